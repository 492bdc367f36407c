/** When the faults of a document's timeline are in force, and the document without them. */
import type { ArchitectureDocument, TimelineEvent } from '../../architecture/document';

export interface FaultSpan {
  /** The first one's beginning, ms. */
  readonly fromMs: number;
  /** The last one's end, ms; `null` where one lasts. */
  readonly untilMs: number | null;
}

/** `null` where nothing goes wrong. */
export function faultSpanOf(
  document: ArchitectureDocument,
  deploymentId: string,
): FaultSpan | null {
  const faults = document.timeline.filter(isFault);
  if (faults.length === 0) return null;
  const ends = faults.map((event) => endMs(event, document, deploymentId));
  const known = ends.filter((end) => end !== null);
  return {
    fromMs: Math.min(...faults.map(({ atMs }) => atMs)),
    untilMs: known.length < ends.length ? null : Math.max(...known),
  };
}

/** Everything else happens as before: load, scaling, policies, releases of a version that has no fault. */
export function withoutFaults(document: ArchitectureDocument): ArchitectureDocument {
  return {
    ...document,
    timeline: document.timeline.flatMap((event): TimelineEvent[] => {
      if (!('release' in event)) return isFault(event) ? [] : [event];
      const { fault: _, ...good } = event;
      return [good];
    }),
  };
}

type FaultyEvent = Extract<TimelineEvent, { fault?: unknown }>;

function isFault(event: TimelineEvent): event is FaultyEvent {
  return 'fault' in event && event.fault !== undefined;
}

/** A crash without an end lasts until the unit has started again. */
function endMs(
  event: FaultyEvent,
  { deployments }: ArchitectureDocument,
  deploymentId: string,
): number | null {
  if ('release' in event) return event.rollbackAtMs ?? null;
  if (event.untilMs !== undefined) return event.untilMs;
  if (event.fault !== 'crash') return null;
  const units = deployments.find(({ id }) => id === deploymentId)?.units ?? [];
  const struck = units.find(({ id, modules }) =>
    event.module === undefined
      ? id === (event.unit ?? event.replica?.unit)
      : modules.includes(event.module),
  );
  return event.atMs + (struck?.startupMs ?? 0);
}
