import { Button } from '../design/button';
import { openAnalysis } from '../workspace/analysis';
import { useAnalysisText } from './use-analysis-text';
import './spread-note.css';

/** The bands were about another run and are gone: they can be worked out for this one. */
export function SpreadNote() {
  const { a } = useAnalysisText();
  return (
    <p role="status" className="spread-note">
      {a('certainty.other')}{' '}
      <Button variant="quiet" onClick={() => openAnalysis('certainty')}>
        {a('analysis.again')}
      </Button>
    </p>
  );
}
