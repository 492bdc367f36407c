/** What happens in a run, in the language of the document's timeline. */
import type { TimelineEvent } from '../../architecture/document';
import type { LoadPatternPoint } from '../../architecture/load-pattern';
import { shifted } from './pattern-draft';

export const laneIds = ['faults', 'load', 'scaling', 'releases', 'policies'] as const;

export type LaneId = (typeof laneIds)[number];

/** What happens: an event of the document's language, or one of the two things that only a command can say. */
export type Happening =
  | TimelineEvent
  | { atMs: number; scale: string; concurrency: number }
  | { atMs: number; pattern: readonly LoadPatternPoint[] };

export function laneOf(happening: Happening): LaneId {
  if ('release' in happening) return 'releases';
  if ('scale' in happening) return 'scaling';
  if ('policy' in happening) return 'policies';
  return 'fault' in happening ? 'faults' : 'load';
}

/** Whether it can be given an end; the others hold until the next of their kind. */
export function canEnd(happening: Happening): boolean {
  return 'fault' in happening || 'release' in happening || 'load' in happening;
}

/** When it ends; `null` where it lasts. */
export function endOf(happening: Happening): number | null {
  if ('release' in happening) return happening.rollbackAtMs ?? null;
  return 'untilMs' in happening ? (happening.untilMs ?? null) : null;
}

/** The same at other times; an end where there can be none is left out. */
export function at(happening: Happening, fromMs: number, untilMs: number | null): Happening {
  if ('release' in happening) {
    const { rollbackAtMs: _before, ...rest } = happening;
    return { ...rest, atMs: fromMs, ...(untilMs === null ? {} : { rollbackAtMs: untilMs }) };
  }
  if ('pattern' in happening) {
    const byMs = fromMs - happening.atMs;
    return { atMs: fromMs, pattern: shifted(happening.pattern, byMs) };
  }
  if (!('fault' in happening) && !('load' in happening)) return { ...happening, atMs: fromMs };
  const { untilMs: _before, ...rest } = happening;
  return { ...rest, atMs: fromMs, ...(untilMs === null ? {} : { untilMs }) } as Happening;
}
