import { initialLinkFaults } from '../../workspace/initial-faults';
import { withLinkFault, withoutLinkFault } from '../../workspace/intervene';
import { type Interventions, linkKey } from '../../workspace/interventions';
import { useWorkspace } from '../../workspace/use-workspace';
import { FaultToggles } from '../fault-toggles';

export const noLinkFaults: Interventions['linkFaults'][ReturnType<typeof linkKey>] = {};

export interface LinkTogglesProps {
  callerId: string;
  calleeId: string;
}

/** What can go wrong with the network between two modules, in every deployment in which a call crosses it. */
export function LinkToggles({ callerId, calleeId }: LinkTogglesProps) {
  const key = linkKey(callerId, calleeId);
  const faults = useWorkspace((state) => state.interventions.linkFaults[key] ?? noLinkFaults);
  return (
    <FaultToggles
      initial={Object.values(initialLinkFaults)}
      faults={faults}
      set={(before, fault) => withLinkFault(before, key, fault)}
      lift={(before, kind) => withoutLinkFault(before, key, kind)}
    />
  );
}
