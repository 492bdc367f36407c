/**
 * Reads a message that came in through the door. Whatever is not one of the
 * protocol's messages is refused before it reaches a simulation.
 */
import * as v from 'valibot';
import type { ArchitectureDocument } from '../architecture/document';
import type { Command } from '../simulation/command';
import type { PageMessage } from './protocol';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positiveCount = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const timeMs = v.pipe(v.number(), v.finite(), v.minValue(0));
const rate = v.pipe(v.number(), v.finite(), v.minValue(0));

const fault = v.variant('kind', [
  v.object({ kind: v.literal('crash') }),
  v.object({ kind: v.literal('slow'), factor: v.pipe(v.number(), v.finite(), v.gtValue(1)) }),
  v.object({ kind: v.literal('errors'), rate: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }),
]);

const command: v.GenericSchema<unknown, Command> = v.variant('kind', [
  v.object({
    kind: v.literal('module-fault'),
    moduleId: v.string(),
    faultKind: v.picklist(['crash', 'slow', 'errors']),
    fault: v.nullable(fault),
  }),
  v.object({
    kind: v.literal('unit-crash'),
    deploymentId: v.string(),
    unitId: v.string(),
    isDown: v.boolean(),
  }),
  v.object({
    kind: v.literal('replicas'),
    deploymentId: v.string(),
    unitId: v.string(),
    replicas: count,
  }),
  v.object({
    kind: v.literal('concurrency'),
    deploymentId: v.string(),
    unitId: v.string(),
    concurrency: positiveCount,
  }),
  v.object({ kind: v.literal('arrival-rate'), arrivalRatePerSecond: rate }),
]);

/** The document was validated where it was read; here it only has to be one. */
const document = v.custom<ArchitectureDocument>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'an architecture document is expected',
);

const pageMessage: v.GenericSchema<unknown, PageMessage> = v.variant('type', [
  v.object({
    type: v.literal('start'),
    runId: count,
    run: v.object({
      document,
      deploymentIds: v.pipe(v.array(v.string()), v.minLength(1)),
      seed: v.pipe(v.number(), v.safeInteger()),
      commands: v.array(command),
    }),
    resumeBeforeMs: v.nullable(timeMs),
  }),
  v.object({
    type: v.literal('advance'),
    runId: count,
    toMs: timeMs,
    speed: v.pipe(v.number(), v.finite(), v.gtValue(0)),
  }),
  v.object({ type: v.literal('command'), runId: count, command }),
]);

export type ReadMessage =
  | { isValid: true; message: PageMessage }
  /** `runId` is the run it says it is about, where it says so. */
  | { isValid: false; runId: number | null; problem: string };

export function readPageMessage(value: unknown): ReadMessage {
  const result = v.safeParse(pageMessage, value);
  if (result.success) return { isValid: true, message: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  const place =
    path === null ? 'A message to the simulation' : `A message to the simulation (${path})`;
  const runId = (value as { runId?: unknown } | null)?.runId;
  return {
    isValid: false,
    runId: typeof runId === 'number' ? runId : null,
    problem: `${place} is wrong: ${issue.message}.`,
  };
}
