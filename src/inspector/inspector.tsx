import type { RunFeed } from '../playback/run-feed';
import type { FaultPeriod } from '../workspace/fault-periods';
import { subjectOf } from '../workspace/subject';
import { useWorkspace } from '../workspace/use-workspace';
import { ActiveFaults } from './active-faults';
import { ClientsInspector } from './clients-inspector';
import { EmptyInspector } from './empty-inspector';
import { SubjectInspector } from './subject-inspector';
import './inspector.css';

export interface InspectorProps {
  feed: RunFeed;
  /** The deployments on show; a module's fault strikes all of them. */
  deploymentIds: readonly string[];
  /** The faults that hold right now, scripted ones included. */
  faults: readonly FaultPeriod[];
}

/** What is selected: what it is, how it is doing, and what can be done to it. */
export function Inspector(props: InspectorProps) {
  return (
    <div className="inspector">
      <Inspected {...props} />
      <ActiveFaults />
    </div>
  );
}

function Inspected({ feed, deploymentIds, faults }: InspectorProps) {
  const document = useWorkspace((state) => state.document);
  const selection = useWorkspace((state) => state.selection);
  if (selection?.kind === 'clients') return <ClientsInspector />;
  const subject = subjectOf(document, selection);
  if (subject === null) return <EmptyInspector />;
  return (
    <SubjectInspector
      key={`${subject.deployment.id} ${subject.unit.id} ${subject.module?.id}`}
      subject={subject}
      feed={feed}
      deployments={document.deployments.filter(({ id }) => deploymentIds.includes(id))}
      faults={faults}
    />
  );
}
