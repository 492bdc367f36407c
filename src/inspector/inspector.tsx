import { useEffect } from 'react';
import { later } from '../design/later';
import { loadFurtherTexts } from '../i18n/catalogue';
import type { VisitsAt } from '../playback/playback';
import type { RunFeed } from '../playback/run-feed';
import type { FaultPeriod } from '../workspace/fault-periods';
import { noInterventions } from '../workspace/interventions';
import { subjectOf } from '../workspace/subject';
import { useWorkspace } from '../workspace/use-workspace';
import type { Selection } from '../workspace/workspace';
import { EmptyInspector } from './empty-inspector';
import './inspector.css';

// Nothing is selected or broken at first: what needs that stays out of the first load.
const ActiveFaults = later(async () => {
  const [{ ActiveFaults: view }] = await Promise.all([
    import('./active-faults'),
    loadFurtherTexts(),
  ]);
  return view;
});
const SelectedInspector = later(async () => {
  const [{ SelectedInspector: view }] = await Promise.all([
    import('./selected-inspector'),
    loadFurtherTexts(),
  ]);
  return view;
});
/** What comes before a selection. */
const firstSigns = ['pointermove', 'pointerdown', 'keydown'] as const;

export interface InspectorProps {
  feed: RunFeed;
  visitsAt: VisitsAt;
  /** The deployments on show; a module's fault strikes all of them. */
  deploymentIds: readonly string[];
  /** The faults that hold right now, scripted ones included. */
  faults: readonly FaultPeriod[];
  /** Asked for the menu of a call, at a place of the window in CSS pixels. */
  onMenu(selection: Selection, x: number, y: number): void;
}

/** What is selected: what it is, how it is doing, and what can be done to it. */
export function Inspector(props: InspectorProps) {
  const document = useWorkspace((state) => state.document);
  const selection = useWorkspace((state) => state.selection);
  const isTouched = useWorkspace((state) => state.interventions !== noInterventions);
  useEffect(() => {
    const load = () => void SelectedInspector.load();
    for (const sign of firstSigns) window.addEventListener(sign, load, { once: true });
    return () => {
      for (const sign of firstSigns) window.removeEventListener(sign, load);
    };
  }, []);
  const isPart = selection?.kind === 'unit' || selection?.kind === 'module';
  const isSelected = selection !== null && (!isPart || subjectOf(document, selection) !== null);
  return (
    <div className="inspector">
      {isSelected ? <SelectedInspector {...props} /> : <EmptyInspector />}
      {isTouched && <ActiveFaults />}
    </div>
  );
}
