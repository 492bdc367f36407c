import { formatFor } from '../i18n/format';
import { storiesOf } from '../simulation/measurement/request-stories';
import { type TraceChoice, TraceLog } from '../simulation/measurement/trace-log';
import { otlpOf } from '../simulation/otlp';
import { type RequestStory, type Span, timeIn, waitingKinds } from '../simulation/span';
import { type ChosenRun, chosenRun, chosenRunFlags } from './chosen-run';
import { CommandError } from './command-error';
import { type Flags, readFlags } from './read-flags';
import { table } from './table';

const flagTypes = {
  ...chosenRunFlags,
  every: 'string',
  request: 'string',
  otlp: 'boolean',
  json: 'boolean',
} as const;

/** One request of so many is traced when nothing is said. */
export const defaultEvery = 100;

/** `trace FILE-OR-NAME …`: what sampled requests go through, for reading, as JSON or as OTLP JSON. */
export async function trace(args: readonly string[]): Promise<string> {
  const flags = readFlags(args, flagTypes);
  const choice = await chosenRun('trace', flags);
  const requests = requestsOf(choice, flags);
  // Loaded only now, so that help and checks do not wait for the engine.
  const { Simulation } = await import('../simulation/engine/simulation');
  const simulation = new Simulation({ ...choice, warmupMs: choice.warmupSeconds * 1000 });
  simulation.trace(new TraceLog(requests));
  simulation.runUntil(choice.seconds * 1000);
  const stories = storiesOf(simulation.traced());
  const { document, seed } = choice;
  if (flags.isGiven('otlp'))
    return JSON.stringify(otlpOf(stories, { documentId: document.id, seed }));
  if (flags.isGiven('json')) return JSON.stringify(stories, null, 2);
  return 'every' in requests ? listOf(stories) : stories.map(treeOf).join('\n\n');
}

function requestsOf({ document, deployment }: ChosenRun, flags: Flags): TraceChoice {
  const written = flags.text('request');
  if (written === null) {
    return { every: flags.number('every', defaultEvery, { min: 1, max: 1e9, isWhole: true }) };
  }
  const [journeyId, number, ...surplus] = written.split(':');
  const journey = document.journeys.findIndex(({ id }) => id === journeyId);
  if (journey < 0 || surplus.length > 0 || !/^\d{1,9}$/.test(number ?? '')) {
    const ids = document.journeys.map(({ id }) => id).join(', ');
    throw new CommandError([
      `--request ${written}: write a journey of ${document.id} and the number of the request within it, such as ${document.journeys[0].id}:0; its journeys are ${ids}`,
    ]);
  }
  if (flags.text('every') !== null) {
    throw new CommandError([
      `--request ${written} of ${deployment.id}: leave out --every, which asks for many`,
    ]);
  }
  return { journey, number: Number(number) };
}

const format = formatFor('en');
const ms = (value: number) => format.duration(value);

function listOf(stories: readonly RequestStory[]): string {
  const header = ['request', 'at', 'outcome', 'response', 'waiting', 'spans', 'in vain'];
  const rows = stories.map(({ journeyId, requestNumber, startMs, endMs, outcome, spans }) => [
    `${journeyId}:${requestNumber}`,
    format.clock(startMs),
    outcome ?? 'under way',
    ms(endMs - startMs),
    ms(spans.reduce((sum, span) => sum + timeIn(span, (kind) => waitingKinds.has(kind)), 0)),
    String(spans.length),
    ms(spans.reduce((sum, span) => sum + vainMs(span), 0)),
  ]);
  return table([header, ...rows]);
}

/** Work in vain is that of visits: what stands within them is part of it. */
function vainMs({ kind, endMs, inVainFromMs }: Span): number {
  return kind === 'visit' && inVainFromMs !== null ? endMs - inVainFromMs : 0;
}

function treeOf({ journeyId, requestNumber, deploymentId, startMs, spans }: RequestStory): string {
  const depths: number[] = [];
  const children = new Map<number | null, Span[]>();
  for (const span of spans) {
    depths[span.id] = span.parentId === null ? 0 : depths[span.parentId] + 1;
    children.set(span.parentId, [...(children.get(span.parentId) ?? []), span]);
  }
  const ordered = (parentId: number | null): Span[] =>
    (children.get(parentId) ?? []).flatMap((span) => [span, ...ordered(span.id)]);
  const rows = ordered(null).map((span) => [
    `${'  '.repeat(depths[span.id])}${span.kind} ${span.moduleId}.${span.operationId}`,
    `${span.unitId}${span.replica === null ? '' : ` ${span.replica}`}`,
    `+${ms(span.startMs - startMs)}`,
    ms(span.endMs - span.startMs),
    remarkOf(span),
    span.parts.map(({ kind, startMs: from, endMs: to }) => `${kind} ${ms(to - from)}`).join(', '),
  ]);
  const title = `${journeyId}:${requestNumber} in ${deploymentId}, arrived at ${format.clock(startMs)}`;
  const header = ['span', 'where', 'begins', 'takes', 'outcome', 'its own time'];
  return `${title}\n${table([header, ...rows], [0, 1, 4, 5])}`;
}

function remarkOf({ outcome, attempt, isHedge, inVainFromMs }: Span): string {
  const remarks = [outcome ?? 'unheard'];
  if (isHedge) remarks.push('hedge');
  else if (attempt > 1) remarks.push(`attempt ${attempt}`);
  if (inVainFromMs !== null) remarks.push('in vain');
  return remarks.join(', ');
}
