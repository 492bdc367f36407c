/**
 * Cutting a deployment anew: modules move into another unit or become a unit of
 * their own. The given deployments stay as they are; the first change makes a
 * cut of the user's own beside them, further ones change that.
 */
import type { ArchitectureDocument, Deployment, Unit } from '../../architecture/document';
import { newUnitFor, type UnitOrigin } from './new-unit';
import { type OwnCut, ownCutOf } from './own-cut';
import { policiesAfter } from './recut-policies';

export interface Recut {
  readonly deploymentId: string;
  /** All of one unit. */
  readonly moduleIds: readonly string[];
  /** The unit that takes them in; `null` makes a unit of their own. */
  readonly intoUnitId: string | null;
}

/** Why modules stay where they are. */
export type RecutRefusal =
  /** They are all that the unit holds, or are there already. */
  | 'same'
  /** A third party runs in nobody's process. */
  | 'external'
  /** A deployment, module or unit that there is not. */
  | 'unknown';

/** A call that crosses a process boundary after the change and did not before, or the other way round. */
export interface MovedCall {
  readonly callerId: string;
  readonly calleeId: string;
}

export interface RecutResult {
  readonly document: ArchitectureDocument;
  /** The user's own cut that now holds the change. */
  readonly deploymentId: string;
  readonly isNewCut: boolean;
  readonly moduleIds: readonly string[];
  /** Where the modules are now. */
  readonly unit: Unit;
  /** Where the size of a new unit comes from; `null` where an existing one took them in. */
  readonly origin: UnitOrigin | null;
  /** The unit that they left, as it was. */
  readonly left: Unit;
  /** The unit that they left has nothing more to run, and is gone. */
  readonly isLeftGone: boolean;
}

export type RecutOutcome =
  | { readonly ok: true; readonly result: RecutResult }
  | { readonly ok: false; readonly why: RecutRefusal };

/** `givenIds`: the deployments of the document as it was opened, which stay as they are. */
export function recut(
  document: ArchitectureDocument,
  { deploymentId, moduleIds, intoUnitId }: Recut,
  givenIds: readonly string[],
): RecutOutcome {
  const source = document.deployments.find(({ id }) => id === deploymentId);
  const left = source?.units.find(({ modules }) => moduleIds.every((id) => modules.includes(id)));
  const into = source?.units.find(({ id }) => id === intoUnitId) ?? null;
  if (source === undefined || left === undefined || moduleIds.length === 0)
    return refused('unknown');
  if (intoUnitId !== null && into === null) return refused('unknown');
  if (left.external || into?.external === true) return refused('external');
  const isLeftGone = moduleIds.length === left.modules.length;
  if (into === left || (into === null && isLeftGone)) return refused('same');

  const own = ownCutOf(document, source, givenIds);
  const moved =
    into === null ? asOwnUnit(document, own, left, moduleIds) : intoUnit(own, into, moduleIds);
  const units = moved.units.flatMap((unit) => withoutModules(unit, left, moduleIds));
  const deployment = withPolicies(document, source, own.deployment, { units, isLeftGone, left });
  return {
    ok: true,
    result: {
      document: withDeployment(document, deployment, source.id),
      deploymentId: deployment.id,
      isNewCut: own.isNew,
      moduleIds,
      unit: moved.unit,
      origin: moved.origin,
      left,
      isLeftGone,
    },
  };
}

function refused(why: RecutRefusal): RecutOutcome {
  return { ok: false, why };
}

interface Moved {
  units: Unit[];
  unit: Unit;
  origin: UnitOrigin | null;
}

function asOwnUnit(
  document: ArchitectureDocument,
  { deployment }: OwnCut,
  left: Unit,
  moduleIds: readonly string[],
): Moved {
  const { unit, origin } = newUnitFor(document, deployment, left, moduleIds);
  // Beside the unit that it leaves: diagrams read in the order of the document.
  const at = deployment.units.findIndex(({ id }) => id === left.id) + 1;
  return { units: deployment.units.toSpliced(at, 0, unit), unit, origin };
}

function intoUnit({ deployment }: OwnCut, into: Unit, moduleIds: readonly string[]): Moved {
  const unit = { ...into, modules: [...into.modules, ...moduleIds] };
  const units = deployment.units.map((known) => (known.id === into.id ? unit : known));
  return { units, unit, origin: null };
}

function withoutModules(unit: Unit, left: Unit, moduleIds: readonly string[]): Unit[] {
  if (unit.id !== left.id) return [unit];
  const modules = unit.modules.filter((id) => !moduleIds.includes(id));
  return modules.length === 0 ? [] : [{ ...unit, modules }];
}

function withPolicies(
  document: ArchitectureDocument,
  source: Deployment,
  own: Deployment,
  { units, isLeftGone, left }: { units: Unit[]; isLeftGone: boolean; left: Unit },
): Deployment {
  const application = own.application?.filter((id) => !isLeftGone || id !== left.id);
  const { application: _before, ...rest } = own;
  return {
    ...rest,
    ...(application === undefined || application.length === 0 ? {} : { application }),
    units,
    policies: policiesAfter(document, source, units),
  };
}

/** In the place of the one with its id, else right behind the one that it was cut from. */
function withDeployment(
  document: ArchitectureDocument,
  deployment: Deployment,
  sourceId: string,
): ArchitectureDocument {
  const { deployments } = document;
  const isKnown = deployments.some(({ id }) => id === deployment.id);
  return {
    ...document,
    deployments: isKnown
      ? deployments.map((known) => (known.id === deployment.id ? deployment : known))
      : deployments.toSpliced(
          deployments.findIndex(({ id }) => id === sourceId) + 1,
          0,
          deployment,
        ),
  };
}
