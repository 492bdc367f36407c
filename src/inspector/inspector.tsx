import { lazy, Suspense, useEffect } from 'react';
import type { RunFeed } from '../playback/run-feed';
import type { FaultPeriod } from '../workspace/fault-periods';
import { subjectOf } from '../workspace/subject';
import { useWorkspace } from '../workspace/use-workspace';
import { ActiveFaults } from './active-faults';
import { EmptyInspector } from './empty-inspector';
import './inspector.css';

// Nothing is selected at first: what needs a selection arrives after the first picture.
const loadSelected = async () => ({
  default: (await import('./selected-inspector')).SelectedInspector,
});
const SelectedInspector = lazy(loadSelected);

export interface InspectorProps {
  feed: RunFeed;
  /** The deployments on show; a module's fault strikes all of them. */
  deploymentIds: readonly string[];
  /** The faults that hold right now, scripted ones included. */
  faults: readonly FaultPeriod[];
}

/** What is selected: what it is, how it is doing, and what can be done to it. */
export function Inspector(props: InspectorProps) {
  const document = useWorkspace((state) => state.document);
  const selection = useWorkspace((state) => state.selection);
  useEffect(() => {
    loadSelected();
  }, []);
  const isSelected = selection?.kind === 'clients' || subjectOf(document, selection) !== null;
  return (
    <div className="inspector">
      {isSelected ? (
        <Suspense>
          <SelectedInspector {...props} />
        </Suspense>
      ) : (
        <EmptyInspector />
      )}
      <ActiveFaults />
    </div>
  );
}
