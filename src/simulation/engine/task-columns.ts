/**
 * What a run knows of its tasks, as columns, and which of them go on at this instant; see engine-state.ts. Freed
 * handles go to a free list threaded through `next`.
 *
 * 57 bytes a task: 7 × 4 (integers) + 3 (bytes) + 2 + 3 × 8 (times); 18 more where
 * tasks call, fork or return, 8 more where calls have timeouts, 4 in an observed run.
 */
import { grown, grownCapacity } from './grown';
import { ReplicaColumns } from './replica-columns';

const initialTaskCapacity = 256;
/** In `deadlinePrev`: not in the list of any edge. */
export const noDeadline = -2;

export class TaskColumns extends ReplicaColumns {
  taskCapacity = initialTaskCapacity;
  /** Handles at and above were never in use. */
  taskHigh = 0;
  taskFreeHead = -1;
  state = new Uint8Array(initialTaskCapacity);
  flags = new Uint8Array(initialTaskCapacity);
  cause = new Uint8Array(initialTaskCapacity);
  journey = new Uint16Array(initialTaskCapacity);
  pc = new Int32Array(initialTaskCapacity);
  /** Number of the request within its journey. */
  number = new Int32Array(initialTaskCapacity);
  /** Which attempt, mixed from those of all callers; 0 when all of them are first ones. */
  attempt = new Int32Array(initialTaskCapacity);
  /** Who waits for the answer (−1: a customer); the forking task for a branch. */
  caller = new Int32Array(initialTaskCapacity);
  /** −1 for none. */
  replica = new Int32Array(initialTaskCapacity);
  next = new Int32Array(initialTaskCapacity);
  entry = new Int32Array(initialTaskCapacity);
  /** Entered its present queue, ms. */
  sinceMs = new Float64Array(initialTaskCapacity);
  /** Arrival of the request, send of the attempt, ms. */
  bornMs = new Float64Array(initialTaskCapacity);
  /** CPU demand that it waits for, ms. */
  workMs = new Float64Array(initialTaskCapacity);

  // Tasks that have to do with each other; without room where `hasCalls` is false
  readonly hasCalls: boolean;
  /** Retries made in the present call. */
  tries: Uint16Array;
  /** `callId` of the caller at the send: when it has changed, nobody waits any more. */
  callerCall: Int32Array;
  /** The call under way, 0 for none; never used twice. */
  callId: Int32Array;
  /** Branches or copies of a call that have not come back. */
  outstanding: Int32Array;
  /** The latest attempt sent, for cancellation. */
  child: Int32Array;
  nextCallId = 1;

  // Deadlines of attempts; without room until the first one, see deadlines.ts
  hasDeadlines = false;
  deadlinePrev = new Int32Array(0);
  deadlineNext = new Int32Array(0);

  /** Where it sits in its replica; without room in a run that is not observed. */
  slot: Int32Array;

  // Tasks that go on at this instant, first in, first out: mostly one at a time, which needs no ring
  first = -1;
  ring = new Int32Array(64);
  ringHead = 0;
  ringCount = 0;

  /** @param isObserved whether slots are shown */
  constructor(hasCalls: boolean, isObserved: boolean) {
    super();
    this.hasCalls = hasCalls;
    const callRoom = hasCalls ? initialTaskCapacity : 0;
    this.tries = new Uint16Array(callRoom);
    this.callerCall = new Int32Array(callRoom);
    this.callId = new Int32Array(callRoom);
    this.outstanding = new Int32Array(callRoom);
    this.child = new Int32Array(callRoom);
    this.slot = new Int32Array(isObserved ? initialTaskCapacity : 0);
  }

  newCallId(): number {
    // Wraps after four billion calls; a call that old is long answered.
    this.nextCallId = (this.nextCallId + 1) | 0 || 1;
    return this.nextCallId;
  }

  /** Whether nothing else goes on at this instant: who is made ready now has its turn next. */
  get isQuiet(): boolean {
    return this.first < 0;
  }

  /** Lets a task go on at this instant, behind those that are already due. */
  makeReady(task: number): void {
    if (this.first < 0) this.first = task;
    else this.queueReady(task);
  }

  /** The next task that goes on at this instant, −1 when there is none. */
  takeReady(): number {
    const task = this.first;
    if (this.ringCount === 0) this.first = -1;
    else this.advanceReady();
    return task;
  }

  private queueReady(task: number): void {
    if (this.ringCount === this.ring.length) this.growRing();
    this.ring[(this.ringHead + this.ringCount) & (this.ring.length - 1)] = task;
    this.ringCount++;
  }

  private advanceReady(): void {
    this.first = this.ring[this.ringHead];
    this.ringHead = (this.ringHead + 1) & (this.ring.length - 1);
    this.ringCount--;
  }

  private growRing(): void {
    const grown = new Int32Array(this.ring.length * 2);
    for (let i = 0; i < this.ringCount; i++) {
      grown[i] = this.ring[(this.ringHead + i) & (this.ring.length - 1)];
    }
    this.ring = grown;
    this.ringHead = 0;
  }

  /** An attempt gets a deadline: from now on there is room for them. */
  keepDeadlines(): void {
    this.hasDeadlines = true;
    this.deadlinePrev = new Int32Array(this.taskCapacity).fill(noDeadline);
    this.deadlineNext = new Int32Array(this.taskCapacity);
  }

  protected growTasks(): void {
    const capacity = grownCapacity(this.taskCapacity);
    this.state = grown(this.state, capacity);
    this.flags = grown(this.flags, capacity);
    this.cause = grown(this.cause, capacity);
    this.journey = grown(this.journey, capacity);
    this.pc = grown(this.pc, capacity);
    this.number = grown(this.number, capacity);
    this.attempt = grown(this.attempt, capacity);
    this.caller = grown(this.caller, capacity);
    this.replica = grown(this.replica, capacity);
    this.next = grown(this.next, capacity);
    this.entry = grown(this.entry, capacity);
    this.sinceMs = grown(this.sinceMs, capacity);
    this.bornMs = grown(this.bornMs, capacity);
    this.workMs = grown(this.workMs, capacity);
    if (this.hasCalls) {
      this.tries = grown(this.tries, capacity);
      this.callerCall = grown(this.callerCall, capacity);
      this.callId = grown(this.callId, capacity);
      this.outstanding = grown(this.outstanding, capacity);
      this.child = grown(this.child, capacity);
    }
    if (this.hasDeadlines) {
      this.deadlinePrev = grown(this.deadlinePrev, capacity);
      this.deadlineNext = grown(this.deadlineNext, capacity);
    }
    if (this.slot.length > 0) this.slot = grown(this.slot, capacity);
    this.taskCapacity = capacity;
  }
}
