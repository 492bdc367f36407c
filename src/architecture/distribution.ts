import * as v from 'valibot';
import { durationMsMax, field, positive, quantity, shape } from './field';

/**
 * How a duration varies, in the unit of the field that holds it (ms). A
 * checked document holds each distribution in one form: a number has become a
 * `constant`, an Erlang's cv its shape, a uniform's mean and cv its ends, a
 * hyperexponential's mean and cv its branches, and a cv of 0 a constant.
 * cv is the coefficient of variation: standard deviation / mean.
 */

const mean = field(positive(durationMsMax), 'Mean, in the unit of the field; > 0.');
const value = field(quantity(0, durationMsMax), 'A value, in the unit of the field; ≥ 0.');
const cvOptional = v.exactOptional(field(quantity(0, 100), 'Standard deviation / mean, 0 to 100.'));

const constantSchema = shape({ kind: v.literal('constant'), value });

const exponentialSchema = shape({ kind: v.literal('exponential'), mean });

/** The largest shape of an Erlang distribution, cv 0.01. */
export const erlangShapeMax = 10_000;

/** The shape of an Erlang with this cv: 1 / cv², where that is a whole number within 0.1 %; else null. */
export function erlangShapeOf(cv: number): number | null {
  const exact = 1 / (cv * cv);
  const shapeCount = Math.round(exact);
  const isWhole = Math.abs(exact - shapeCount) <= 1e-3 * shapeCount;
  return isWhole && shapeCount >= 1 && shapeCount <= erlangShapeMax ? shapeCount : null;
}

const erlangSchema = v.pipe(
  shape({
    kind: v.literal('erlang'),
    mean,
    shape: v.exactOptional(
      field(
        v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(erlangShapeMax)),
        'Number of exponential phases, a whole number from 1; give this or cv.',
      ),
    ),
    cv: cvOptional,
  }),
  v.check((erlang) => (erlang.shape === undefined) !== (erlang.cv === undefined), 'shape-or-cv'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.issues) return;
    const { cv } = dataset.value;
    if (cv === undefined || cv === 0 || erlangShapeOf(cv) !== null) return;
    addIssue({ message: 'erlang-cv', received: String(cv), path: pathTo(dataset.value, 'cv') });
  }),
  v.transform(({ mean, shape, cv }) =>
    cv === 0
      ? constantOf(mean)
      : { kind: 'erlang' as const, mean, shape: shape ?? erlangShapeOf(cv ?? 1) ?? 1 },
  ),
);

const gammaSchema = v.pipe(
  shape({
    kind: v.literal('gamma'),
    mean,
    cv: field(quantity(0, 20), 'Standard deviation / mean, 0 to 20.'),
  }),
  v.transform((gamma) => (gamma.cv === 0 ? constantOf(gamma.mean) : gamma)),
);

const lognormalSchema = v.pipe(
  shape({
    kind: v.literal('lognormal'),
    mean,
    cv: field(quantity(0, 100), 'Standard deviation / mean, 0 to 100.'),
  }),
  v.transform((lognormal) => (lognormal.cv === 0 ? constantOf(lognormal.mean) : lognormal)),
);

const branchSchema = shape({
  probability: field(positive(1), 'Chance of this branch; > 0, all of them sum to 1.'),
  mean: field(positive(durationMsMax), 'Mean of this exponential branch; > 0.'),
});

const hyperexponentialSchema = v.pipe(
  shape({
    kind: v.literal('hyperexponential'),
    mean: v.exactOptional(mean),
    cv: v.exactOptional(
      field(quantity(1, 100), 'Standard deviation / mean, 1 to 100; balanced means are chosen.'),
    ),
    branches: v.exactOptional(
      field(
        v.pipe(v.array(branchSchema), v.nonEmpty('empty-list'), v.maxLength(100)),
        'Exponential branches; give these or mean and cv.',
      ),
    ),
  }),
  v.check(({ mean, cv, branches }) => {
    const hasMoments = mean !== undefined && cv !== undefined;
    return branches ? mean === undefined && cv === undefined : hasMoments;
  }, 'moments-or-branches'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.issues || !dataset.value.branches) return;
    const sum = dataset.value.branches.reduce((total, { probability }) => total + probability, 0);
    if (Math.abs(sum - 1) <= 1e-6) return;
    addIssue({
      message: 'probabilities-sum',
      received: String(sum),
      path: pathTo(dataset.value, 'branches'),
    });
  }),
  v.transform(({ mean, cv, branches }) => ({
    kind: 'hyperexponential' as const,
    branches: branches ?? balancedBranches(mean ?? 1, cv ?? 1),
  })),
);

/** The largest cv of a uniform distribution that is never negative: 1 / √3. */
export const uniformCvMax = 1 / Math.sqrt(3);

const uniformSchema = v.pipe(
  shape({
    kind: v.literal('uniform'),
    min: v.exactOptional(value),
    max: v.exactOptional(value),
    mean: v.exactOptional(mean),
    cv: v.exactOptional(
      field(quantity(0, uniformCvMax), 'Standard deviation / mean, 0 to 0.577 (1 / √3).'),
    ),
  }),
  v.check(({ min, max, mean, cv }) => {
    const hasEnds = min !== undefined && max !== undefined;
    const hasMoments = mean !== undefined && cv !== undefined;
    const isMixed = (min ?? max) !== undefined && (mean ?? cv) !== undefined;
    return !isMixed && (hasEnds || hasMoments);
  }, 'ends-or-moments'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.issues) return;
    const { min, max } = dataset.value;
    if (min === undefined || max === undefined || min <= max) return;
    addIssue({
      message: 'ends-order',
      expected: String(min),
      received: String(max),
      path: pathTo(dataset.value, 'max'),
    });
  }),
  v.transform(({ min, max, mean, cv }) => {
    const centre = mean ?? ((min ?? 0) + (max ?? 0)) / 2;
    const low = min ?? Math.max(0, centre - centre * (cv ?? 0) * Math.sqrt(3));
    const high = max ?? 2 * centre - low;
    return low === high ? constantOf(low) : { kind: 'uniform' as const, min: low, max: high };
  }),
);

const quantileSchema = shape({
  p: field(quantity(0, 1), 'Share of values at or below `value`, 0 to 1.'),
  value,
});

const empiricalSchema = shape({
  kind: v.literal('empirical'),
  quantiles: field(
    v.pipe(
      v.array(quantileSchema),
      v.minLength(2),
      v.maxLength(10_000),
      v.rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed || dataset.issues) return;
        const quantiles = dataset.value;
        quantiles.forEach((quantile, index) => {
          const before = quantiles[index - 1];
          if (!before || (quantile.p > before.p && quantile.value >= before.value)) return;
          addIssue({
            message: 'quantiles-order',
            path: [
              { type: 'array', origin: 'value', input: quantiles, key: index, value: quantile },
            ],
          });
        });
        const first = quantiles[0];
        const last = quantiles[quantiles.length - 1];
        if (first?.p !== 0 || last?.p !== 1) addIssue({ message: 'quantiles-ends' });
      }),
    ),
    'Points of the quantile function, p from 0 to 1 rising, straight lines between them; at least two.',
  ),
});

/** What the schema says of a value that is neither a number nor an object. */
export const notADistribution = 'not-a-distribution';

const distributionObjectSchema = v.variant(
  'kind',
  [
    constantSchema,
    exponentialSchema,
    erlangSchema,
    gammaSchema,
    lognormalSchema,
    hyperexponentialSchema,
    uniformSchema,
    empiricalSchema,
  ],
  notADistribution,
);

const numberSchema = v.pipe(quantity(0, durationMsMax), v.transform(constantOf));

/** A distribution as a checked document holds it. */
export type Distribution = v.InferOutput<typeof distributionObjectSchema>;
export type DistributionKind = Distribution['kind'];
/** A distribution as it may be written: a number is a constant. */
export type DistributionInput = number | v.InferInput<typeof distributionObjectSchema>;

export const distributionSchema: v.GenericSchema<DistributionInput, Distribution> = v.lazy(
  (input) => (typeof input === 'number' ? numberSchema : distributionObjectSchema),
);

function constantOf(value: number) {
  return { kind: 'constant' as const, value };
}

/**
 * Two exponential branches with this mean and cv (≥ 1) that each carry half of
 * the mean ("balanced means"), the usual choice where only two moments are known.
 */
function balancedBranches(mean: number, cv: number) {
  const squared = cv * cv;
  const probability = (1 + Math.sqrt((squared - 1) / (squared + 1))) / 2;
  return [
    { probability, mean: mean / (2 * probability) },
    { probability: 1 - probability, mean: mean / (2 * (1 - probability)) },
  ];
}

function pathTo(input: object, key: string): [v.IssuePathItem] {
  return [{ type: 'unknown', origin: 'value', input, key, value: undefined }];
}
