/**
 * Five loops told step by step: an opening, one step a leg, an end. Which loops and in which order of legs is
 * chosen here; every name, amount, day and status comes from the facts.
 */
import type { Selection, StoryStep } from "../url.js";

export interface Story {
  /** Its word in addresses. */
  readonly id: string;
  /** In the order in which they are told; the loop's id begins where the library begins it. */
  readonly entities: readonly string[];
}

export const STORIES = [
  { id: "shares-computing-chips", entities: ["nvidia", "openai", "oracle"] },
  { id: "chips-for-warrants", entities: ["openai", "amd"] },
  { id: "the-cloud-invests", entities: ["amazon", "anthropic"] },
  { id: "supplier-owner-customer", entities: ["nvidia", "coreweave"] },
  { id: "the-long-way-round", entities: ["amazon", "anthropic", "spacex", "nvidia", "openai"] },
] as const satisfies readonly Story[];
export type StoryId = (typeof STORIES)[number]["id"];

/** An opening, the legs, an end. */
export function stepsOf({ entities }: Story): number {
  return entities.length + 2;
}

/** The story a view is in; null where there is none of that name, or no such step. */
export function storyAt(at: StoryStep | null): { story: Story & { id: StoryId }; step: number } | null {
  const story = STORIES.find(({ id }) => id === at?.id);
  return at === null || story === undefined || at.step > stepsOf(story) ? null : { story, step: at.step };
}

/** The leg a step tells, from 0; null for the opening and the end. */
export function legOfStep(story: Story, step: number): number | null {
  return step >= 2 && step < stepsOf(story) ? step - 2 : null;
}

/**
 * What the picture shows at a step: the loop, or the deal that leads its leg.
 *
 * @param leadOf the deal that leads the leg from one entity to another; null where there is none.
 */
export function selectionOfStep(
  story: Story,
  step: number,
  loop: string,
  leadOf: (from: string, to: string) => string | null,
): Selection {
  const leg = legOfStep(story, step);
  const { entities } = story;
  const deal = leg === null ? null : leadOf(entities[leg] ?? "", entities[(leg + 1) % entities.length] ?? "");
  return deal === null ? { type: "loop", id: loop } : { type: "deal", id: deal };
}
