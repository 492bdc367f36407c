import { Button } from '../design/button';
import { openAnalysis } from '../workspace/analysis';
import { useAnalysisText } from './use-analysis-text';

/** The bands were about another run and are gone: they can be worked out for this one. */
export function SpreadNote() {
  const { a } = useAnalysisText();
  return (
    <>
      <span role="status" className="visually-hidden">
        {a('certainty.other')}
      </span>
      <Button
        variant="quiet"
        data-asks
        title={a('certainty.other')}
        onClick={() => openAnalysis('certainty')}
      >
        {a('certainty.other.again')}
      </Button>
    </>
  );
}
