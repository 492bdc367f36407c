/**
 * What a visit computes first, by entry: most begin with work (the operation's
 * own, or that of reading the request off the network), and one that finds a
 * slot can begin it at once.
 */
import type { NetworkSettings } from './engine-setup';
import { Op, type Program } from './program';
import { Draw } from './task-state';
import type { UnitSettings } from './unit-settings';

export interface FirstWork {
  /** Its instruction; −1 where a visit begins otherwise, or in a unit without limits or with an event loop. */
  readonly pc: Int32Array;
  readonly distribution: Int32Array;
  /** Which draw it is, see Draw. */
  readonly draw: Int32Array;
}

export function firstWorkOf(
  program: Program,
  network: NetworkSettings,
  units: readonly UnitSettings[],
): FirstWork {
  const { op, a, entryPc, entryUnit } = program;
  const first: FirstWork = {
    pc: new Int32Array(entryPc.length).fill(-1),
    distribution: new Int32Array(entryPc.length),
    draw: new Int32Array(entryPc.length),
  };
  entryPc.forEach((start, entry) => {
    const { isUnlimited, isEventLoop } = units[entryUnit[entry]];
    if (isUnlimited || isEventLoop) return;
    const note = (pc: number, distribution: number, draw: number) => {
      first.pc[entry] = pc;
      first.distribution[entry] = distribution;
      first.draw[entry] = draw;
    };
    const isReading = op[start] === Op.serialize;
    const enter = isReading ? start + 1 : start;
    if (isReading && network.hasSerialization) {
      note(start, network.serialization, Draw.serialization);
    } else if (op[enter] === Op.enter && op[enter + 1] === Op.work) {
      note(enter + 1, a[enter + 1], Draw.demand);
    }
  });
  return first;
}
