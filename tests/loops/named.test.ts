/** A loop by its id. */
import { describe, expect, test } from "vitest";
import { findLoops } from "../../src/loops/find.js";
import { loopWithId } from "../../src/loops/named.js";
import { completeGraph, graphOf } from "../world.js";

describe("loopWithId", () => {
  test("gives each loop as the search gives it, from whichever entity it is written", () => {
    const graph = completeGraph(4);

    for (const loop of findLoops(graph)) {
      const turned = [...loop.entities.slice(1), ...loop.entities.slice(0, 1)].join(">");
      expect(loopWithId(graph, loop.id)).toEqual(loop);
      expect(loopWithId(graph, turned)).toEqual(loop);
    }
  });

  test("with parallel flows, takes all of them or those that are named", () => {
    const graph = graphOf([
      ["a", "b", 1],
      ["a", "b", 2],
      ["b", "a", 5],
    ]);

    expect(loopWithId(graph, "b>a").bottleneckUsd).toBe(3);
    for (const loop of findLoops(graph, { perFlow: true })) expect(loopWithId(graph, loop.id)).toEqual(loop);
  });

  test("an entity alone is a loop when it pays itself", () => {
    expect(loopWithId(graphOf([["a", "a", 4]]), "a").length).toBe(1);
  });

  test.each([
    ["a>c", 'no entity has the id "c" in this view; look it up with: capital-loop search'],
    [">", 'no loop ">" here: an id is missing; write a loop as amd>openai'],
    ["a>", 'no loop "a>" here: an id is missing; write a loop as amd>openai'],
    ["a>b>a", 'no loop "a>b>a" here: it passes "a" twice; a loop passes each entity once'],
    ["a>b", 'no loop "a>b" here: nothing flows from b to a; look at: capital-loop show b'],
  ])("%s is no loop", (id, message) => {
    expect(() => loopWithId(graphOf([["a", "b"]]), id)).toThrow(message);
  });
});
