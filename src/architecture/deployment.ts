import * as v from 'valibot';
import { distributionSchema } from './distribution';
import { field, idSchema, shape } from './field';
import { type LocalizedText, localizedTextSchema } from './localized-text';
import { policySchema } from './policy';
import { unitSchema } from './unit';

const networkSchema = shape({
  latencyMs: v.optional(
    field(
      distributionSchema,
      'Delay of each way between two units, ms; a distribution, drawn afresh each time; default 0.',
    ),
    0,
  ),
  serializationCpuMs: v.optional(
    field(
      distributionSchema,
      'CPU demand of a call between two units, once at the caller and once at the callee, ms; a distribution; default 0.',
    ),
    0,
  ),
});

/** A deployment as it is written; the shown names of its units are settled with the modules. */
export const deploymentSchema = v.pipe(
  shape({
    id: field(idSchema, 'Unique among the deployments.'),
    name: v.exactOptional(
      field(localizedTextSchema, 'Shown name, `{ es, en }` or one string; default the id.'),
    ),
    application: v.exactOptional(
      field(
        v.pipe(v.array(idSchema), v.nonEmpty('empty-list')),
        'Units that are drawn as one application; default none.',
      ),
    ),
    network: v.optional(
      field(networkSchema, 'The network between its units; default no delay, no cost.'),
      {},
    ),
    units: field(
      v.pipe(v.array(unitSchema), v.maxLength(20_000)),
      'The processes: together they hold every module once. [] is a draft: kept, but it cannot run.',
    ),
    policies: v.optional(
      field(
        v.pipe(v.array(policySchema), v.maxLength(20_000)),
        'What callers do about callees in other units, one per pair; default [].',
      ),
      [],
    ),
  }),
  v.transform(({ id, name, ...deployment }) => ({
    id,
    name: name ?? { es: id, en: id },
    ...deployment,
  })),
);

type UnsettledDeployment = v.InferOutput<typeof deploymentSchema>;
type UnsettledUnit = UnsettledDeployment['units'][number];

/** One deployable process image. External units have no limits: of theirs only the modules count. */
export type Unit = Omit<UnsettledUnit, 'name'> & { name: LocalizedText };
export type Runtime = Unit['runtime'];
export type Autoscaler = NonNullable<Unit['autoscaler']>;
export type Network = UnsettledDeployment['network'];

/** One cut: a partition of all modules into units, and the policies between them. */
export type Deployment = Omit<UnsettledDeployment, 'units'> & { units: Unit[] };

/** Whether a deployment is not written out yet (`units: []`), so that it cannot run. */
export function isDraft({ units }: Deployment): boolean {
  return units.length === 0;
}

/** Gives units without a shown name that of their only module, else their id. */
export function withUnitNames(
  deployment: UnsettledDeployment,
  moduleNames: ReadonlyMap<string, LocalizedText>,
): Deployment {
  const units = deployment.units.map((unit) => {
    const [onlyModuleId, ...others] = unit.modules;
    const moduleName =
      onlyModuleId !== undefined && others.length === 0 ? moduleNames.get(onlyModuleId) : undefined;
    const { id, name = moduleName ?? { es: id, en: id }, ...rest } = unit;
    return { id, name, ...rest };
  });
  return { ...deployment, units };
}
