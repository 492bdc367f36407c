/**
 * Reads a message that came in through the door. Whatever is not one of the
 * protocol's messages is refused before it reaches a simulation.
 */
import * as v from 'valibot';
import type { ArchitectureDocument } from '../architecture/document';
import type { Script } from '../simulation/script';
import { commandSchema } from './command-schema';
import type { PageMessage } from './protocol';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const timeMs = v.pipe(v.number(), v.finite(), v.minValue(0));

const script = v.pipe(
  v.array(v.object({ atMs: timeMs, command: commandSchema })),
  v.check(
    (entries) => entries.every(({ atMs }, index) => index === 0 || atMs >= entries[index - 1].atMs),
    'its entries must be in the order of time',
  ),
);

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
      script,
    }),
  }),
  v.object({ type: v.literal('resume'), runId: count, script, beforeMs: timeMs }),
  v.object({
    type: v.literal('advance'),
    runId: count,
    toMs: timeMs,
    speed: v.pipe(v.number(), v.finite(), v.gtValue(0)),
  }),
  v.object({ type: v.literal('foresee'), runId: count, fromMs: timeMs, toMs: timeMs }),
  v.object({
    type: v.literal('find'),
    runId: count,
    fromMs: timeMs,
    occasion: v.picklist(['event', 'request']),
    isBack: v.boolean(),
  }),
  v.object({ type: v.literal('command'), runId: count, command: commandSchema }),
  v.object({
    type: v.literal('look'),
    runId: count,
    lookId: count,
    moment: v.object({ deploymentId: v.string(), unitId: v.string(), atMs: timeMs }),
  }),
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

/** A script that somebody hands over; `null` where the value is none. */
export function scriptFrom(value: unknown): Script | null {
  const result = v.safeParse(script, value);
  return result.success ? result.output : null;
}
