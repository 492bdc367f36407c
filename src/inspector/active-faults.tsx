import { Button } from '../design/button';
import { Icon } from '../design/icon';
import { faultLabel } from '../workspace/fault-label';
import type { StruckTarget } from '../workspace/fault-periods';
import {
  unitFaultsOf,
  withoutFaults,
  withoutLinkFault,
  withoutModuleFault,
  withoutReplicaFault,
  withoutUnitFault,
} from '../workspace/intervene';
import {
  type Interventions,
  linkOfKey,
  replicaOfKey,
  type UnitKey,
  unitOfKey,
} from '../workspace/interventions';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';

/** The user's own faults, each to be lifted with a click, and all of them at once. */
export function ActiveFaults() {
  const text = useText();
  const { t } = text;
  const document = useWorkspace((state) => state.document);
  const interventions = useWorkspace((state) => state.interventions);
  const intervene = useWorkspace((state) => state.intervene);
  const faults = ownFaults(interventions);
  if (faults.length === 0) return null;
  return (
    <section className="active-faults" aria-label={t('inspector.faults.active')}>
      <ul>
        {faults.map((own) => {
          const { target, fault, lift } = own;
          const label = faultLabel(own, document, text);
          return (
            <li key={`${JSON.stringify(target)} ${fault.kind}`}>
              <button
                type="button"
                className={`lift-chip lift-chip-${fault.kind}`}
                aria-label={t('inspector.faults.lift', { fault: label })}
                onClick={() => intervene(lift)}
              >
                {label}
                <Icon name="close" size={12} strokeWidth={2} />
              </button>
            </li>
          );
        })}
      </ul>
      <Button variant="strong" onClick={() => intervene(withoutFaults)}>
        {t('inspector.faults.clear')}
      </Button>
    </section>
  );
}

type OwnFault = StruckTarget & { lift(interventions: Interventions): Interventions };

function ownFaults(wishes: Interventions): OwnFault[] {
  const ofModules = each(
    wishes.moduleFaults,
    (id, fault): OwnFault => ({
      target: { kind: 'module', id },
      fault,
      lift: (before) => withoutModuleFault(before, id, fault.kind),
    }),
  );
  const unitKeys = [...Object.keys(wishes.unitCrashes), ...Object.keys(wishes.unitFaults)];
  const ofUnits = [...new Set(unitKeys as UnitKey[])].flatMap((key) => {
    const { deploymentId, unitId: id } = unitOfKey(key);
    return Object.values(unitFaultsOf(wishes, key)).map(
      (fault): OwnFault => ({
        target: { kind: 'unit', id, deploymentId },
        fault,
        lift: (before) => withoutUnitFault(before, key, fault.kind),
      }),
    );
  });
  const ofReplicas = each(wishes.replicaFaults, (key, fault): OwnFault => {
    const { deploymentId, unitId: id, replicaNumber: number } = replicaOfKey(key);
    return {
      target: { kind: 'replica', id, deploymentId, number },
      fault,
      lift: (before) => withoutReplicaFault(before, key, fault.kind),
    };
  });
  const ofLinks = each(wishes.linkFaults, (key, fault): OwnFault => {
    return {
      target: { kind: 'link', id: key, ...linkOfKey(key) },
      fault,
      lift: (before) => withoutLinkFault(before, key, fault.kind),
    };
  });
  return [...ofModules, ...ofUnits, ...ofReplicas, ...ofLinks];
}

/** Every fault of a record by target and kind. */
function each<Key extends string, AFault>(
  faults: Readonly<Record<Key, Readonly<Partial<Record<string, AFault>>>>>,
  own: (key: Key, fault: AFault) => OwnFault,
): OwnFault[] {
  return (Object.keys(faults) as Key[]).flatMap((key) =>
    Object.values(faults[key]).flatMap((fault) => (fault === undefined ? [] : [own(key, fault)])),
  );
}
