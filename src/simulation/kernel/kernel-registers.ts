/** Single numbers that the engine and the kernel share: copied over at each way into the kernel and out of it. */
import type { EngineState } from '../engine/engine-state';
import { stepHigh, stepLow, stepsPerUnit } from '../engine/exponential';
import { ln2High, ln2Low } from '../engine/logarithm';
import { OpenArrivals } from '../traffic/open-arrivals';
import { Real, Whole, wholesAt } from './layout';

const realCount = 32;
const wholeCount = 64;

export class KernelRegisters {
  readonly reals: Float64Array;
  readonly wholes: Int32Array;

  constructor(buffer: ArrayBuffer) {
    this.reals = new Float64Array(buffer, 0, realCount);
    this.wholes = new Int32Array(buffer, wholesAt, wholeCount);
  }

  /** What stays as it is for a whole run. */
  writeConstants(s: EngineState): void {
    const { reals, wholes } = this;
    const { network, program, taskLimit } = s.setup;
    reals[Real.ln2High] = ln2High;
    reals[Real.ln2Low] = ln2Low;
    reals[Real.stepHigh] = stepHigh;
    reals[Real.stepLow] = stepLow;
    reals[Real.stepsPerUnit] = stepsPerUnit;
    reals[Real.warmupMs] = s.warmupMs;
    wholes[Whole.taskLimit] = taskLimit;
    wholes[Whole.hasCalls] = Number(s.hasCalls);
    wholes[Whole.hasLatency] = Number(s.hasLatency);
    wholes[Whole.isNetworkFree] = Number(s.isNetworkFree);
    wholes[Whole.hasSerialization] = Number(network.hasSerialization);
    wholes[Whole.serialization] = network.serialization;
    wholes[Whole.latency] = network.latency;
    wholes[Whole.isClosed] = Number(s.arrivals.isClosed);
    wholes[Whole.isOpen] = Number(s.arrivals instanceof OpenArrivals);
    wholes[Whole.coreWaits] = program.unitCount;
    wholes[Whole.journeyLatency] = 2 * program.unitCount;
    wholes[Whole.callLatency] = 2 * program.unitCount + program.journeyCount;
    wholes[Whole.windowLatency] = 2 * program.unitCount + program.journeyCount + program.edgeCount;
  }

  write(s: EngineState): void {
    const { reals, wholes } = this;
    const { queue, windows, digest } = s;
    reals[Real.nowMs] = s.nowMs;
    reals[Real.events] = s.events;
    reals[Real.poppedMs] = queue.poppedTimeMs;
    wholes[Whole.taskHigh] = s.taskHigh;
    wholes[Whole.taskFreeHead] = s.taskFreeHead;
    wholes[Whole.taskCapacity] = s.taskCapacity;
    wholes[Whole.hasDeadlines] = Number(s.hasDeadlines);
    wholes[Whole.nextCallId] = s.nextCallId;
    wholes[Whole.first] = s.first;
    wholes[Whole.ringHead] = s.ringHead;
    wholes[Whole.ringCount] = s.ringCount;
    wholes[Whole.ringLength] = s.ring.length;
    wholes[Whole.queueLength] = queue.length;
    wholes[Whole.queueCapacity] = queue.times.length;
    wholes[Whole.hasHole] = Number(queue.hasHole);
    wholes[Whole.nextSequence] = queue.nextSequence;
    wholes[Whole.isStopped] = Number(s.stopped !== null);
    wholes[Whole.digestHigh] = digest.high;
    wholes[Whole.digestLow] = digest.low;
    wholes[Whole.hasRequests] = Number(s.requests !== null);
    wholes[Whole.hasLinkFaults] = Number(s.hasLinkFaults);
    wholes[Whole.hasServiceFaults] = Number(s.hasServiceFaults);
    wholes[Whole.hasRelease] = Number(s.hasRelease);
    wholes[Whole.hasWindows] = Number(windows !== null);
    if (windows === null) return;
    wholes[Whole.windowArrivals] = windows.arrivals;
    wholes[Whole.windowOk] = windows.ok;
    wholes[Whole.windowDegraded] = windows.degraded;
    wholes[Whole.windowFailed] = windows.failed;
    wholes[Whole.windowInFlight] = windows.inFlight;
  }

  read(s: EngineState): void {
    const { reals, wholes } = this;
    const { queue, windows, digest } = s;
    s.nowMs = reals[Real.nowMs];
    s.events = reals[Real.events];
    queue.poppedTimeMs = reals[Real.poppedMs];
    s.taskHigh = wholes[Whole.taskHigh];
    s.taskFreeHead = wholes[Whole.taskFreeHead];
    s.nextCallId = wholes[Whole.nextCallId];
    s.first = wholes[Whole.first];
    s.ringHead = wholes[Whole.ringHead];
    s.ringCount = wholes[Whole.ringCount];
    queue.length = wholes[Whole.queueLength];
    queue.hasHole = wholes[Whole.hasHole] === 1;
    queue.nextSequence = wholes[Whole.nextSequence];
    digest.high = wholes[Whole.digestHigh];
    digest.low = wholes[Whole.digestLow];
    if (windows === null) return;
    windows.arrivals = wholes[Whole.windowArrivals];
    windows.ok = wholes[Whole.windowOk];
    windows.degraded = wholes[Whole.windowDegraded];
    windows.failed = wholes[Whole.windowFailed];
    windows.inFlight = wholes[Whole.windowInFlight];
  }
}
