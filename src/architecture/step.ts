import * as v from 'valibot';
import { type DistributionInput, distributionSchema } from './distribution';
import { field, operationReferenceSchema, shape, shareSchema } from './field';

/** The steps of an operation, one after the other. */

const workSchema = shape({
  work: field(
    shape({
      cpuMs: field(distributionSchema, 'CPU demand on one core of speed 1, ms; a distribution.'),
    }),
    'Occupies one core of the replica.',
  ),
});

const waitSchema = shape({
  wait: field(
    shape({ ms: field(distributionSchema, 'Duration, ms; a distribution.') }),
    'Passes time without a core: a disk, a third party.',
  ),
});

const callSchema = shape({
  call: field(operationReferenceSchema, 'The operation called, `module.operation`.'),
  probability: v.optional(
    field(shareSchema, 'Chance that the call is made, 0 to 1, drawn once per call; default 1.'),
    1,
  ),
  async: v.optional(
    field(
      v.boolean(),
      'true: a message to a broker; the caller goes on when the broker has it; default false.',
    ),
    false,
  ),
});

const deliverSchema = shape({
  deliver: field(
    operationReferenceSchema,
    'In a broker only: the operation that consumes the message, when its unit is up.',
  ),
});

const stepsSchema: v.GenericSchema<StepInput[], Step[]> = v.lazy(() => v.array(stepSchema));

const parallelSchema = shape({
  parallel: field(
    v.pipe(v.array(stepsSchema), v.nonEmpty('empty-list'), v.maxLength(10_000)),
    'Lists of steps that run at the same time; the step ends when all have ended.',
  ),
});

export type WorkStep = v.InferOutput<typeof workSchema>;
export type WaitStep = v.InferOutput<typeof waitSchema>;
export type CallStep = v.InferOutput<typeof callSchema>;
export type DeliverStep = v.InferOutput<typeof deliverSchema>;
export interface ParallelStep {
  parallel: Step[][];
}
export type Step = WorkStep | WaitStep | CallStep | ParallelStep | DeliverStep;

export type StepInput =
  | { work: { cpuMs: DistributionInput } }
  | { wait: { ms: DistributionInput } }
  | v.InferInput<typeof callSchema>
  | { parallel: StepInput[][] }
  | v.InferInput<typeof deliverSchema>;

export const stepKinds = ['work', 'wait', 'call', 'parallel', 'deliver'] as const;
export type StepKind = (typeof stepKinds)[number];

const schemas: Record<StepKind, v.GenericSchema<StepInput, Step>> = {
  work: workSchema,
  wait: waitSchema,
  call: callSchema,
  parallel: parallelSchema,
  deliver: deliverSchema,
};

const notOneStepSchema = v.custom<never>(() => false, 'step-kind');

/** The kinds of step that a value names; a step names exactly one. */
export function stepKindsIn(input: unknown): StepKind[] {
  if (typeof input !== 'object' || input === null) return [];
  return stepKinds.filter((kind) => Object.hasOwn(input, kind));
}

export const stepSchema: v.GenericSchema<StepInput, Step> = v.lazy((input) => {
  const [kind, ...others] = stepKindsIn(input);
  return kind === undefined || others.length > 0 ? notOneStepSchema : schemas[kind];
});

/** What an operation does, in order. */
export const operationSchema = v.pipe(v.array(stepSchema), v.maxLength(10_000));

export type Operation = v.InferOutput<typeof operationSchema>;
