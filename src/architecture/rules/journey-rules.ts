import { nearest } from '../nearest';
import { entriesOf, fieldsOf, type Outline } from '../outline';
import { pathInto } from '../path';
import type { Report } from '../problem';
import type { CallGraph } from './call-graph';
import { checkIds, type References } from './references';

/** The most steps that all journeys together may come to, with everything they call. */
export const expandedStepsMax = 200_000;
/** The most calls below one another. */
export const callDepthMax = 1000;

/** Journeys begin somewhere, share the traffic out completely and are of a size that can be simulated. */
export function checkJourneys(
  outline: Outline,
  references: References,
  graph: CallGraph,
  report: Report,
): void {
  checkIds('journey', outline.journeys, report);
  let steps = 0;
  let depth = 0;
  for (const { path, entry } of outline.journeys) {
    if (entry === null) continue;
    references.checkOperation(pathInto(path, 'entry'), entry);
    steps += graph.stepsOf(entry);
    depth = Math.max(depth, graph.depthOf(entry));
  }
  if (steps > expandedStepsMax) {
    report('journeys', 'expansion-too-large', { steps, max: expandedStepsMax });
  }
  if (depth > callDepthMax) report('journeys', 'calls-too-deep', { depth, max: callDepthMax });
  checkShares(outline, report);
}

function checkShares({ journeys, hasAllJourneys }: Outline, report: Report): void {
  const given = journeys.map(({ share }) => share).filter((share) => share !== undefined);
  const isReadable = given.every((share) => typeof share === 'number' && share >= 0 && share <= 1);
  if (!hasAllJourneys || journeys.length === 0 || !isReadable) return;
  const sum = given.reduce((total: number, share) => total + Number(share), 0);
  const isShort = given.length === journeys.length && sum < 1 - 1e-6;
  if (isShort || sum > 1 + 1e-6) report('journeys', 'shares-sum', { sum });
}

/** What a load says about journeys and about itself. */
export function checkLoad({ load, journeys, hasAllJourneys }: Outline, report: Report): void {
  const known = journeys.map(({ id }) => id);
  const knownSet = new Set(known);
  for (const { path, value } of entriesOf(load.value, 'arrivals', load.path)) {
    const id = fieldsOf(value)?.journey;
    if (typeof id !== 'string' || knownSet.has(id) || !hasAllJourneys) continue;
    report(pathInto(path, 'journey'), 'unknown-journey', {
      id,
      suggestion: nearest(id, known),
      known,
    });
  }
  let busyUntilMs = 0;
  for (const { path, value } of entriesOf(load.value, 'pattern', load.path)) {
    const { atMs, over = 0 } = fieldsOf(value) ?? {};
    if (typeof atMs !== 'number' || typeof over !== 'number') continue;
    if (atMs < busyUntilMs) report(pathInto(path, 'atMs'), 'pattern-order', { atMs, busyUntilMs });
    busyUntilMs = Math.max(busyUntilMs, atMs + over);
  }
}
