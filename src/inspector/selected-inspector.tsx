import { subjectOf } from '../workspace/subject';
import { useWorkspace } from '../workspace/use-workspace';
import { CallInspector } from './calls/call-inspector';
import { ClientsInspector } from './clients-inspector';
import type { InspectorProps } from './inspector';
import { JourneyInspector } from './journey-inspector';
import { SubjectInspector } from './subject-inspector';
import { selectedUnits } from './units/selected-units';
import { UnitsInspector } from './units/units-inspector';

/** The inspector of whatever is selected. */
export function SelectedInspector(props: InspectorProps) {
  const { feed, visitsAt, deploymentIds, faults, onMenu } = props;
  const document = useWorkspace((state) => state.document);
  const selection = useWorkspace((state) => state.selection);
  const alsoSelected = useWorkspace((state) => state.alsoSelected);
  if (selection?.kind === 'clients') return <ClientsInspector />;
  const shown = document.deployments.filter(({ id }) => deploymentIds.includes(id));
  if (selection?.kind === 'journey') {
    return <JourneyInspector journeyId={selection.id} deployments={shown} feed={feed} />;
  }
  const deployment = shown.find(({ id }) => id === selection?.deploymentId);
  if (selection?.kind === 'call' && deployment !== undefined) {
    const { id } = selection;
    return (
      <CallInspector
        key={`${deployment.id} ${id}`}
        callId={id}
        {...{ document, deployment, feed }}
      />
    );
  }
  const several = selectedUnits(document, selection === null ? [] : [selection, ...alsoSelected]);
  if (several.length > 1) return <UnitsInspector subjects={several} />;
  const subject = subjectOf(document, selection);
  if (subject === null) return null;
  return (
    <SubjectInspector
      key={`${subject.deployment.id} ${subject.unit.id} ${subject.module?.id}`}
      subject={subject}
      feed={feed}
      visitsAt={visitsAt}
      deployments={shown}
      faults={faults}
      onMenu={onMenu}
    />
  );
}
