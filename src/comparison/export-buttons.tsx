import { useState } from 'react';
import { Button } from '../design/button';
import { saveFile } from '../workspace/save-file';
import { type CsvCell, csvOf, pngOf } from './save-file';
import { useAnalysisText } from './use-analysis-text';

export interface Picture {
  svg: string;
  width: number;
  height: number;
}

export interface ExportButtonsProps {
  /** Of the file, without an ending. */
  name: string;
  csv(): readonly (readonly CsvCell[])[];
  /** Where there is something to see. */
  picture?: () => Picture;
}

/** Takes a table and its picture away as files. */
export function ExportButtons({ name, csv, picture }: ExportButtonsProps) {
  const { a } = useAnalysisText();
  const [hasFailed, setHasFailed] = useState(false);
  const file = `faultline-${name}`;
  const savePng = async ({ svg, width, height }: Picture) => {
    try {
      saveFile(`${file}.png`, await pngOf(svg, width, height));
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  };
  return (
    <div className="analysis-exports">
      {picture !== undefined && (
        <>
          <Button
            variant="quiet"
            onClick={() =>
              saveFile(`${file}.svg`, new Blob([picture().svg], { type: 'image/svg+xml' }))
            }
          >
            {a('analysis.export', { kind: 'SVG' })}
          </Button>
          <Button variant="quiet" onClick={() => savePng(picture())}>
            {a('analysis.export', { kind: 'PNG' })}
          </Button>
        </>
      )}
      <Button
        variant="quiet"
        onClick={() => saveFile(`${file}.csv`, new Blob([csvOf(csv())], { type: 'text/csv' }))}
      >
        {a('analysis.export', { kind: 'CSV' })}
      </Button>
      {hasFailed && <span role="alert">{a('analysis.export.failed')}</span>}
    </div>
  );
}
