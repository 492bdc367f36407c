/** What may come in through the door as a command. */
import * as v from 'valibot';
import { patternSchema } from '../architecture/load-pattern';
import { policySchema } from '../architecture/policy';
import type { Command } from '../simulation/command';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positiveCount = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const slow = v.object({
  kind: v.literal('slow'),
  factor: v.pipe(v.number(), v.finite(), v.gtValue(1)),
});
const errors = v.object({ kind: v.literal('errors'), rate: share });
const leak = v.object({ kind: v.literal('leak'), mibPerSecond: positive });
const hog = v.object({ kind: v.literal('hog'), cores: positive });
const crash = v.object({ kind: v.literal('crash') });

const faultKind = v.picklist(['crash', 'slow', 'errors', 'leak', 'hog']);
const fault = v.nullable(v.variant('kind', [crash, slow, errors, leak, hog]));
const linkFault = v.variant('kind', [
  v.object({ kind: v.literal('latency'), addMs: amount }),
  v.object({ kind: v.literal('loss'), rate: share }),
  v.object({ kind: v.literal('partition') }),
]);

const moduleId = v.string();
const unit = { deploymentId: v.string(), unitId: v.string() };
const pair = { callerId: v.string(), calleeId: v.string() };

export const commandSchema: v.GenericSchema<unknown, Command> = v.variant('kind', [
  v.object({ kind: v.literal('module-fault'), moduleId, faultKind, fault }),
  v.object({ kind: v.literal('unit-crash'), ...unit, isDown: v.boolean() }),
  v.object({
    kind: v.literal('unit-fault'),
    ...unit,
    faultKind: v.picklist(['slow', 'errors', 'leak', 'hog']),
    fault: v.nullable(v.variant('kind', [slow, errors, leak, hog])),
  }),
  v.object({
    kind: v.literal('replica-fault'),
    ...unit,
    replicaNumber: positiveCount,
    faultKind,
    fault,
  }),
  v.object({
    kind: v.literal('link-fault'),
    ...pair,
    faultKind: v.picklist(['latency', 'loss', 'partition']),
    fault: v.nullable(linkFault),
  }),
  v.object({ kind: v.literal('replicas'), ...unit, replicas: count }),
  v.object({ kind: v.literal('concurrency'), ...unit, concurrency: positiveCount }),
  v.object({
    kind: v.literal('release'),
    moduleId,
    strategy: v.picklist(['rolling', 'recreate', 'blue-green', 'canary']),
    fault,
  }),
  v.object({ kind: v.literal('roll-back'), moduleId }),
  v.object({
    kind: v.literal('policy'),
    deploymentId: v.string(),
    ...pair,
    policy: v.nullable(policySchema),
  }),
  v.object({ kind: v.literal('arrival-rate'), arrivalRatePerSecond: amount }),
  v.object({ kind: v.literal('load-pattern'), pattern: patternSchema }),
]);
