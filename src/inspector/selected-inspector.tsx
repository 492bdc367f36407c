import { subjectOf } from '../workspace/subject';
import { useWorkspace } from '../workspace/use-workspace';
import { ClientsInspector } from './clients-inspector';
import type { InspectorProps } from './inspector';
import { SubjectInspector } from './subject-inspector';

/** The inspector of whatever is selected. */
export function SelectedInspector({ feed, deploymentIds, faults }: InspectorProps) {
  const document = useWorkspace((state) => state.document);
  const selection = useWorkspace((state) => state.selection);
  if (selection?.kind === 'clients') return <ClientsInspector />;
  const subject = subjectOf(document, selection);
  if (subject === null) return null;
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
