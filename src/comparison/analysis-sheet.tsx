import { Dialog } from '../design/dialog';
import { later } from '../design/later';
import { SegmentedControl } from '../design/segmented-control';
import {
  type AnalysisView,
  analysisViews,
  closeAnalysis,
  openAnalysis,
} from '../workspace/analysis';
import type { AnalysisSubject } from './analysis-subject';
import { CertaintyView } from './certainty-view';
import { FailureMapView } from './failure-map-view';
import { ScalingView } from './scaling-view';
import { useAnalysisText } from './use-analysis-text';
import './analysis-sheet.css';

// The laws bring documents of their own.
const LawsView = later(async () => (await import('./laws-view')).LawsView);

export interface AnalysisSheetProps {
  view: AnalysisView;
  subject: AnalysisSubject;
  /** Shows the run of the page from an instant on, simulated ms. */
  onShow(fromMs: number): void;
}

/** Everything that takes more than one run to say. */
export function AnalysisSheet({ view, subject, onShow }: AnalysisSheetProps) {
  const { t, a } = useAnalysisText();
  return (
    <Dialog
      title={a('analysis.title')}
      closeLabel={t('app.close')}
      isWide={true}
      onClose={closeAnalysis}
    >
      <SegmentedControl
        className="analysis-views"
        label={a('analysis.views')}
        segments={analysisViews.map((value) => ({ value, label: a(`analysis.${value}`) }))}
        value={view}
        onChange={openAnalysis}
      />
      {view === 'certainty' && <CertaintyView subject={subject} />}
      {view === 'laws' && <LawsView />}
      {view === 'scaling' && <ScalingView subject={subject} />}
      {view === 'failures' && <FailureMapView subject={subject} onShow={onShow} />}
    </Dialog>
  );
}
