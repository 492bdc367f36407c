import { initialLinkFaults } from '../../workspace/initial-faults';
import { withLinkFault, withoutLinkFault } from '../../workspace/intervene';
import { type Interventions, linkKey } from '../../workspace/interventions';
import { useWorkspace } from '../../workspace/use-workspace';
import { FaultToggles } from '../fault-toggles';
import { useSettingsText } from '../fields/use-settings-text';

const none: Interventions['linkFaults'][ReturnType<typeof linkKey>] = {};

/** What can go wrong with the network between two modules, in every deployment in which a call crosses it. */
export function LinkFaults({ callerId, calleeId }: { callerId: string; calleeId: string }) {
  const { s } = useSettingsText();
  const key = linkKey(callerId, calleeId);
  const faults = useWorkspace((state) => state.interventions.linkFaults[key] ?? none);
  return (
    <section className="inspector-section">
      <h3 className="eyebrow">{s('group.link')}</h3>
      <FaultToggles
        initial={Object.values(initialLinkFaults)}
        faults={faults}
        set={(before, fault) => withLinkFault(before, key, fault)}
        lift={(before, kind) => withoutLinkFault(before, key, kind)}
      />
      <p className="fault-effects">{s('fault.everywhere')}</p>
    </section>
  );
}
