import { withoutReplicaFault, withReplicaFault } from '../workspace/intervene';
import { replicaKey, unitKey } from '../workspace/interventions';
import type { Subject } from '../workspace/subject';
import { useWorkspace } from '../workspace/use-workspace';
import { useSettingsText } from './fields/use-settings-text';
import { Group } from './group';

/** More copies than this are not struck one by one. */
const buttonsMax = 12;

/** One copy of a process goes down, the others stay. */
export function ReplicaFaults({ subject }: { subject: Subject }) {
  const { s } = useSettingsText();
  const { deployment, unit } = subject;
  const key = unitKey(deployment.id, unit.id);
  const replicas = useWorkspace((state) => state.interventions.replicas[key] ?? unit.replicas);
  const faults = useWorkspace((state) => state.interventions.replicaFaults);
  const intervene = useWorkspace((state) => state.intervene);
  const numbers = Array.from({ length: Math.min(replicas, buttonsMax) }, (_, at) => at + 1);
  return (
    <Group title="fault.replica">
      <p className="field-row-hint">{s('fault.replica.why')}</p>
      <div className="fault-toggles">
        {numbers.map((number) => {
          const replica = replicaKey(deployment.id, unit.id, number);
          const isDown = faults[replica]?.crash !== undefined;
          return (
            <button
              key={number}
              type="button"
              className="fault-toggle fault-toggle-crash"
              aria-pressed={isDown}
              onClick={() =>
                intervene((before) =>
                  isDown
                    ? withoutReplicaFault(before, replica, 'crash')
                    : withReplicaFault(before, replica, { kind: 'crash' }),
                )
              }
            >
              {s('fault.replica.number', { number })}
            </button>
          );
        })}
      </div>
    </Group>
  );
}
