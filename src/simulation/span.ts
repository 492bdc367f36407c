/**
 * What one request went through, as spans with a parent, in the way of
 * OpenTelemetry: its visit at a unit, the operations of modules in the same
 * process, the calls to other units attempt by attempt, and the visits there.
 */
import type { FailureCause } from './run-result';

/** What time passes with. */
export const partKinds = [
  /** For a slot (a thread, a connection) of the replica. */
  'slot',
  /** For one of the replica's cores. */
  'core',
  /** For a place in the caller's bulkhead. */
  'bulkhead',
  /** Before a retry. */
  'pause',
  /** On the network, there or back. */
  'network',
  /** A core works to put a call or an answer into bytes. */
  'serialization',
  /** A core works. */
  'cpu',
  /** Time without CPU: a disk, a third party. */
  'wait',
] as const;

export type PartKind = (typeof partKinds)[number];

/** Those in which nothing is done for the request: it stands in a queue, or sleeps. */
export const waitingKinds: ReadonlySet<PartKind> = new Set(['slot', 'core', 'bulkhead', 'pause']);

export interface SpanPart {
  readonly kind: PartKind;
  /** Simulated ms. */
  readonly startMs: number;
  readonly endMs: number;
}

export type SpanKind =
  /** A request is at a unit, from its arrival until its answer leaves. */
  | 'visit'
  /** An operation of another module in the same process. */
  | 'operation'
  /** One of several things done at the same time. */
  | 'branch'
  /** One attempt of a call to another unit, as the caller lives through it. */
  | 'call'
  /** A message, from the broker's log until it has been worked on; nobody waits for it. */
  | 'message';

export interface Span {
  /** Place in the list of its story; the first one is the customer's own request. */
  readonly id: number;
  /** `null` for the customer's own request. */
  readonly parentId: number | null;
  readonly kind: SpanKind;
  /** The module that works; of a call or a message, the one that is called. */
  readonly moduleId: string;
  readonly operationId: string;
  /** The unit in which it happens; of a call, the caller's. */
  readonly unitId: string;
  /** Which of the unit's replicas, from 1; `null` where none was ready. */
  readonly replica: number | null;
  /** Simulated ms. */
  readonly startMs: number;
  readonly endMs: number;
  /** Its own time, in order; what is between them is its children's. */
  readonly parts: readonly SpanPart[];
  /** As whoever asked hears of it; `null` where nobody heard. */
  readonly outcome: SpanOutcome | null;
  /** Of a call: which attempt, from 1; else 1. */
  readonly attempt: number;
  /** A copy of a call that did not wait for the first. */
  readonly isHedge: boolean;
  /** From when on nobody waits for it any more, ms; `null` while somebody does. */
  readonly inVainFromMs: number | null;
}

export type SpanOutcome = 'ok' | 'degraded' | FailureCause;

export interface RequestStory {
  readonly deploymentId: string;
  readonly journeyId: string;
  /** Number within its journey: the same customer in every deployment. */
  readonly requestNumber: number;
  /** `null` while it is under way. */
  readonly outcome: SpanOutcome | null;
  readonly startMs: number;
  /** When the customer had an answer, or until when the story is told. */
  readonly endMs: number;
  readonly spans: readonly Span[];
}

/** How long a span spends in parts of some kinds, ms. */
export function timeIn(span: Pick<Span, 'parts'>, isMeant: (kind: PartKind) => boolean): number {
  return span.parts.reduce(
    (sum, { kind, startMs, endMs }) => sum + (isMeant(kind) ? endMs - startMs : 0),
    0,
  );
}
