/** The kernel, as there is one in a page, a worker or a process: its module, its memory, and what it calls. */
import { exponentialFunction } from '../engine/exponential';
import { replicaSlowness, withReplicaErrors } from '../faults/replica-faults';
import { decodeBase64 } from './decode-base64';
import { kernelBase64 } from './kernel-bytes';
import type { KernelRun } from './kernel-run';
import { writeFunctionTables } from './kernel-tables';
import type { Request } from './layout';
import { SharedMemory } from './shared-memory';

export interface Kernel {
  readonly shared: SharedMemory;
  readonly run: () => void;
  /** The run that it works on; `null` for none. */
  owner: KernelRun | null;
}

/** `undefined` until somebody asks. */
let kernel: Kernel | null | undefined;

/** `null` where a page's rules, or the machine, do not let it be compiled. */
export function kernelThere(): Kernel | null {
  if (kernel === undefined) kernel = openKernel();
  return kernel;
}

export function openKernel(): Kernel | null {
  if (typeof WebAssembly === 'undefined') return null;
  try {
    return connected(new WebAssembly.Module(decodeBase64(kernelBase64)));
  } catch {
    return null;
  }
}

function connected(module: WebAssembly.Module): Kernel {
  const shared = new SharedMemory();
  writeFunctionTables(shared.buffer);
  const opened: Kernel = { shared, run: () => exports.run(), owner: null };
  const owner = () => opened.owner as KernelRun;
  const engine = {
    request: (what: Request, a: number, b: number, c: number, d: number) =>
      owner().answer(opened, what, a, b, c, d),
    sample: (handle: number, key: number, number: number, position: number, salt: number) =>
      owner().s.distributions.sample(handle, key, number, position, salt),
    exponential: exponentialFunction,
    recordOutside: (index: number, valueMs: number) =>
      owner().recordOutside(opened, index, valueMs),
    replicaSlowness: (replica: number, module: number) =>
      replicaSlowness(owner().s, replica, module),
    replicaErrors: (replica: number, module: number, rate: number) =>
      withReplicaErrors(owner().s, replica, module, rate),
    requestArrived: (journey: number, number: number, nowMs: number) =>
      owner().s.requests?.arrived(journey, number, nowMs),
    requestEnded: (
      journey: number,
      number: number,
      cause: number,
      isDegraded: number,
      nowMs: number,
    ) => owner().s.requests?.ended(journey, number, cause, isDegraded === 1, nowMs),
  };
  const instance = new WebAssembly.Instance(module, { env: { memory: shared.memory }, engine });
  const exports = instance.exports as { run: () => void };
  return opened;
}
