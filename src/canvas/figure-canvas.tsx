/** A deployment under live traffic as a figure in somebody else's page: it can be looked at closely, and not disarranged. */
import { type CSSProperties, useLayoutEffect, useState } from 'react';
import type { Cut } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import type { RunFeed } from '../playback/run-feed';
import type { FaultPeriod } from '../workspace/fault-periods';
import type { Text } from '../workspace/use-text';
import { CallsLayer } from './calls-layer';
import { CanvasContext, type Emphasis, useCanvasContext } from './canvas-context';
import { isSmallForm } from './canvas-graph';
import { DotGrid } from './dot-grid';
import { DotLegend } from './dot-legend';
import { drawingClasses, isLargeDrawing, unitFormOf } from './drawing-form';
import { FigureNodes } from './figure-nodes';
import { FigureView } from './figure-view';
import { OverlayCanvas } from './overlay-canvas';
import { ShiftedLayer } from './shifted-layer';
import { atRest, useDrawing } from './use-drawing';
import { useFigureFit, useFigureForm } from './use-figure-fit';
import { useLargeLayout } from './use-large-layout';
import { useLeastType } from './use-least-type';
import { useLevel } from './use-level';
import { useMovingMark } from './use-moving-mark';
import { useReducedMotion } from './use-reduced-motion';
import { ViewContext } from './view';
import './deployment-canvas.css';
import './figure-canvas.css';

export interface FigureCanvasProps {
  document: ArchitectureDocument;
  /** The cut of the deployment to draw. */
  cut: Cut;
  feed: RunFeed;
  text: Text;
  /** The faults that hold right now. */
  faults: readonly FaultPeriod[];
  /** What is spoken of, to be lit up where this deployment has it. */
  emphasis: Emphasis | null;
}

export function FigureCanvas(props: FigureCanvasProps) {
  const [view] = useState(() => new FigureView());
  return (
    <ViewContext value={view}>
      <Figure {...props} view={view} />
    </ViewContext>
  );
}

function Figure(props: FigureCanvasProps & { view: FigureView }) {
  const { document, cut, feed, text, faults, emphasis, view } = props;
  const isReduced = useReducedMotion();
  const level = useLevel();
  const largeLayout = useLargeLayout(document, cut, false);
  const form = useFigureForm(document, cut, largeLayout);
  const leastType = useLeastType(unitFormOf(form));
  const drawing = useDrawing({ document, cut, text, faults, form, largeLayout, ...atRest });
  const { keep } = useFigureFit(drawing.bounds);
  const context = useCanvasContext({ feed, cut, text, faults, emphasis, isReduced });
  const [pane, setPane] = useState<HTMLElement | null>(null);
  const marking = useMovingMark(pane, isLargeDrawing(drawing.nodes));
  useLayoutEffect(() => {
    if (pane === null) return;
    const onStart = () => {
      keep();
      marking.start();
    };
    return view.attach(pane, { onStart, onEnd: marking.end });
  }, [view, pane, keep, marking]);

  return (
    <CanvasContext value={context}>
      <figure
        ref={setPane}
        className={`figure-canvas ${drawingClasses(level, form, leastType)}`}
        style={{ '--least-type': `${leastType}px` } as CSSProperties}
        aria-label={text.t('canvas.label', { deployment: text.nameOf(cut.deployment.name) })}
      >
        <DotGrid />
        <ShiftedLayer>
          <CallsLayer
            calls={drawing.calls}
            applicationFrame={drawing.applicationFrame}
            selectedId={null}
            selectedCallId={null}
            counterpartCallId={null}
            onSelect={null}
            isCompact={isSmallForm(unitFormOf(form))}
          />
          <FigureNodes nodes={drawing.nodes} />
        </ShiftedLayer>
        <OverlayCanvas scene={drawing.scene} isReduced={isReduced} />
        <DotLegend />
      </figure>
    </CanvasContext>
  );
}
