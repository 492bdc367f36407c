/**
 * A deployment compiled for the run loop: flat instruction columns. Calls that
 * stay in the process are expanded in place; a call that crosses into another
 * unit is CALL, GUARD, SERIALIZE, SEND, and its callee is a block of its own
 * that ends with RETURN. The length of that sequence is fixed, because a retry
 * resumes at its GUARD.
 */
export const Op = {
  /** a = call edge taken in the same process or −1, b unused: throws the dice for injected errors of `module`. */
  enter: 0,
  /** a = distribution of the CPU demand, ms. */
  work: 1,
  /** a = distribution of the waiting time, ms. */
  wait: 2,
  /** a = callee's entry: a call across units begins. */
  call: 3,
  /** a = callee's entry: breaker and bulkhead of the caller. */
  guard: 4,
  /** CPU for serialisation, `serializationCpuMs` of the deployment. */
  serialize: 5,
  /** a = callee's entry: the request leaves. */
  send: 6,
  /** a = index into `chances`, b = pc to go on at when the step is left out. */
  chance: 7,
  /** a = first index into `branches`, b = their number. */
  fork: 8,
  branchEnd: 9,
  /** a = consumer's entry: a message is handed to the broker's log. */
  deliver: 10,
  /** The operation that the unit was asked for is done. */
  return: 11,
} as const;

/** Instructions from GUARD to SEND; the caller goes on behind them. */
export const guardLength = 3;

export interface Program {
  unitCount: number;
  edgeCount: number;
  journeyCount: number;
  /** Whether tasks ever wait for others: calls that cross, forks, messages. */
  hasCalls: boolean;
  op: Uint8Array;
  a: Int32Array;
  b: Int32Array;
  /** Key of this instruction's random numbers, the same in every deployment. */
  position: Int32Array;
  module: Int32Array;
  /** By instruction: at an ENTER, the one behind the operation's last. */
  operationEnd: Int32Array;
  /** By instruction: at an ENTER, the operation's name. */
  operationId: readonly string[];
  chances: Float64Array;
  /** First instruction of each branch. */
  branches: Int32Array;
  /** Entries: one per journey (the first ones) and one per place that calls across units or delivers. */
  entryPc: Int32Array;
  entryEdge: Int32Array;
  entryUnit: Int32Array;
  /** Key of the network delays of this call. */
  entryPosition: Int32Array;
  /** 1 where the call goes over the network: delays and serialisation. */
  entryIsRemote: Uint8Array;
}
