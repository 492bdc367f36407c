/**
 * A story as rows: a call and the visit that it leads to share one, since the
 * visit is what the call waits for between its ways.
 */
import {
  type PartKind,
  partKinds,
  type RequestStory,
  type Span,
  type SpanPart,
  timeIn,
  waitingKinds,
} from '../simulation/span';
import type { UnitMoment } from '../simulation/unit-visit';

export interface WaterfallRow {
  /** Place in the list. */
  readonly index: number;
  readonly depth: number;
  /** The call, or what has no call: the customer's own request, an operation, a branch, a message. */
  readonly span: Span;
  /** Where the call led to; `null` where it went nowhere. */
  readonly visit: Span | null;
  /** Own time of both, by time. */
  readonly parts: readonly SpanPart[];
  readonly startMs: number;
  /** Of whichever ends later: what nobody waits for goes on. */
  readonly endMs: number;
  /** From when on nobody waits, ms. */
  readonly inVainFromMs: number | null;
}

/** Everything but messages, which nobody waits for. */
export const partGroups = ['waiting', 'service', 'network'] as const;

export type PartGroup = (typeof partGroups)[number];

export function groupOf(kind: PartKind): PartGroup {
  if (waitingKinds.has(kind)) return 'waiting';
  return kind === 'cpu' || kind === 'wait' ? 'service' : 'network';
}

/** Parents before their children, those by time. */
export function waterfallRows({ spans }: RequestStory): WaterfallRow[] {
  const children = new Map<number | null, Span[]>();
  for (const span of spans) {
    children.set(span.parentId, [...(children.get(span.parentId) ?? []), span]);
  }
  const rows: WaterfallRow[] = [];
  const add = (span: Span, depth: number) => {
    const below = children.get(span.id) ?? [];
    const visit = span.kind === 'call' ? (below[0] ?? null) : null;
    rows.push(rowOf(span, visit, rows.length, depth));
    for (const child of visit === null ? below : (children.get(visit.id) ?? [])) {
      add(child, depth + 1);
    }
  };
  for (const root of children.get(null) ?? []) add(root, 0);
  return rows;
}

function rowOf(span: Span, visit: Span | null, index: number, depth: number): WaterfallRow {
  const parts = [...span.parts, ...(visit?.parts ?? [])];
  return {
    index,
    depth,
    span,
    visit,
    parts: parts.sort((one, other) => one.startMs - other.startMs),
    startMs: span.startMs,
    endMs: Math.max(span.endMs, visit?.endMs ?? span.endMs),
    inVainFromMs: visit?.inVainFromMs ?? span.inVainFromMs,
  };
}

/** The row of what a story was doing at a unit at an instant, the innermost one; −1 for none. */
export function rowMetAt(rows: readonly WaterfallRow[], { unitId, atMs }: UnitMoment): number {
  return rows.findLastIndex(({ span, visit }) => {
    const there = visit ?? span;
    return there.unitId === unitId && there.startMs <= atMs && atMs <= there.endMs;
  });
}

/** What a row spends in each kind of part, longest first, nothing left out. */
export function timeByKind(row: WaterfallRow): { kind: PartKind; ms: number }[] {
  return partKinds
    .map((kind) => ({ kind, ms: timeIn(row, (each) => each === kind) }))
    .filter(({ ms }) => ms > 0)
    .sort((one, other) => other.ms - one.ms);
}

export interface WaterfallSums extends Record<PartGroup, number> {
  /** Work that nobody waited for. */
  vain: number;
}

/** What the customer's time went to; messages are not part of it. */
export function sumsOf(rows: readonly WaterfallRow[]): WaterfallSums {
  const sums: WaterfallSums = { waiting: 0, service: 0, network: 0, vain: 0 };
  let messageDepth = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (row.depth <= messageDepth) messageDepth = Number.POSITIVE_INFINITY;
    if (row.span.kind === 'message') messageDepth = row.depth;
    if (messageDepth < Number.POSITIVE_INFINITY) continue;
    const limitMs = row.inVainFromMs ?? Number.POSITIVE_INFINITY;
    for (const { kind, startMs, endMs } of row.parts) {
      const heardMs = Math.max(0, Math.min(endMs, limitMs) - startMs);
      sums[groupOf(kind)] += heardMs;
      sums.vain += endMs - startMs - heardMs;
    }
  }
  return sums;
}

/** Work in vain may go on for long: so much of the axis, in parts of the longest answer, is left to it. */
const vainShare = 0.25;

/** How long the axis of some stories is, ms: until all answers are there, and on where something is in vain. */
export function axisMs(stories: readonly (RequestStory | null)[]): number {
  const told = stories.filter((story) => story !== null);
  const answeredMs = Math.max(1, ...told.map(({ startMs, endMs }) => endMs - startMs));
  const vainMs = told.flatMap(({ startMs, spans }) =>
    spans.filter(({ inVainFromMs }) => inVainFromMs !== null).map(({ endMs }) => endMs - startMs),
  );
  return Math.max(answeredMs, Math.min(answeredMs * (1 + vainShare), Math.max(0, ...vainMs)));
}
