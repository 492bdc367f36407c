import { Button } from '../design/button';
import { Icon } from '../design/icon';
import { faultLabel } from '../workspace/fault-label';
import type { FaultPeriod } from '../workspace/fault-periods';
import { withoutFaults, withoutModuleFault, withUnitCrash } from '../workspace/intervene';
import { type Interventions, unitOfKey } from '../workspace/interventions';
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
        {faults.map(({ target, fault, lift }) => {
          const label = faultLabel({ target, fault }, document, text);
          return (
            <li key={`${target.kind} ${target.id} ${fault.kind}`}>
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

interface OwnFault extends Pick<FaultPeriod, 'target' | 'fault'> {
  lift(interventions: Interventions): Interventions;
}

function ownFaults({ moduleFaults, unitCrashes }: Interventions): OwnFault[] {
  const ofModules = Object.entries(moduleFaults).flatMap(([id, ofModule]) =>
    Object.values(ofModule).map(
      (fault): OwnFault => ({
        target: { kind: 'module', id },
        fault,
        lift: (before) => withoutModuleFault(before, id, fault.kind),
      }),
    ),
  );
  const ofUnits = (Object.keys(unitCrashes) as (keyof typeof unitCrashes)[]).map(
    (key): OwnFault => {
      const { deploymentId, unitId } = unitOfKey(key);
      return {
        target: { kind: 'unit', id: unitId, deploymentId },
        fault: { kind: 'crash' },
        lift: (before) => withUnitCrash(before, key, false),
      };
    },
  );
  return [...ofModules, ...ofUnits];
}
