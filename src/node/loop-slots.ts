/**
 * Batches on their way from the thread that fills them to the one that reads them, in shared memory: no message is
 * sent but where the reader waits for one.
 */
import { type BatchSlot, creditOf, IS_AWAITED, sentBy } from "./loop-messages.js";
import { type MarkedBatch, MOST_MARKS, type TaskMark } from "./loop-tasks.js";

/** What is said of a batch: where its loops begin and how many integers they are, how many marks, and the marks. */
const [START, LENGTH, MARKS, FIRST_MARK] = [0, 1, 2, 3];

/** A slot for batches of so many integers. */
export function batchSlot(integers: number): BatchSlot {
  const shared = (length: number) => new Int32Array(new SharedArrayBuffer(4 * length));
  return { loops: shared(integers), head: shared(FIRST_MARK + 2 * MOST_MARKS) };
}

/** One end of a thread's slots, which both go round. */
class SlotEnd {
  protected readonly slots: readonly BatchSlot[];
  /** See `LoopWork.shared`. */
  protected readonly shared: Int32Array;
  protected readonly thread: number;

  constructor(slots: readonly BatchSlot[], shared: Int32Array, thread: number) {
    this.slots = slots;
    this.shared = shared;
    this.thread = thread;
  }

  protected slot(number: number): BatchSlot {
    return this.slots[number % this.slots.length] as BatchSlot;
  }
}

/** The filling end. */
export class SlotWriter extends SlotEnd {
  #sent = 0;

  /** Waits until the reader is done with the oldest batch, and gives its room for the next. */
  room(stop: () => boolean): Int32Array {
    const credit = creditOf(this.thread);
    for (;;) {
      const left = Atomics.load(this.shared, credit);
      if (left > 0 || stop()) return this.slot(this.#sent).loops;
      Atomics.wait(this.shared, credit, left, 100);
    }
  }

  /** Sends what stands in the room given last; true if the reader waits for it and is to be woken. */
  send({ loops, marks }: MarkedBatch): boolean {
    const { head } = this.slot(this.#sent);
    head[START] = loops.byteOffset / loops.BYTES_PER_ELEMENT;
    head[LENGTH] = loops.length;
    head[MARKS] = marks.length;
    for (const [i, { task, at }] of marks.entries()) {
      head[FIRST_MARK + 2 * i] = task;
      head[FIRST_MARK + 2 * i + 1] = at;
    }
    this.#sent++;
    Atomics.sub(this.shared, creditOf(this.thread), 1);
    Atomics.add(this.shared, sentBy(this.thread), 1);
    return Atomics.exchange(this.shared, IS_AWAITED, 0) === 1;
  }
}

/** The reading end. */
export class SlotReader extends SlotEnd {
  #read = 0;

  /** The next batch that was sent, the reader's until it is let go; undefined where there is none yet. */
  next(): MarkedBatch | undefined {
    if (Atomics.load(this.shared, sentBy(this.thread)) === this.#read) return undefined;
    const { loops, head } = this.slot(this.#read);
    this.#read++;
    const marks: TaskMark[] = [];
    const end = FIRST_MARK + 2 * (head[MARKS] as number);
    for (let i = FIRST_MARK; i < end; i += 2)
      marks.push({ task: head[i] as number, at: head[i + 1] as number });
    const start = head[START] as number;
    return { loops: loops.subarray(start, start + (head[LENGTH] as number)), marks };
  }

  /** Lets the thread fill another slot; batches are let go in the order they came. */
  letGo(): void {
    Atomics.add(this.shared, creditOf(this.thread), 1);
    Atomics.notify(this.shared, creditOf(this.thread));
  }
}
