import { Panel, useReactFlow } from '@xyflow/react';
import { IconButton } from '../design/button';
import { useCanvas } from './canvas-context';

export interface CanvasControlsProps {
  onTidy(): void;
  onFit(): void;
  onLegend(): void;
}

/** Zoom, everything in sight, and back to the automatic places. */
export function CanvasControls({ onTidy, onFit, onLegend }: CanvasControlsProps) {
  const { t } = useCanvas().text;
  const flow = useReactFlow();
  return (
    <Panel position="top-right" className="canvas-controls">
      <fieldset>
        <legend className="visually-hidden">{t('canvas.controls')}</legend>
        <IconButton
          label={t('canvas.legend')}
          icon={<ControlIcon name="legend" />}
          onClick={onLegend}
        />
        <IconButton label={t('canvas.tidy')} icon={<ControlIcon name="tidy" />} onClick={onTidy} />
        <IconButton label={t('canvas.fit')} icon={<ControlIcon name="fit" />} onClick={onFit} />
        <IconButton
          className="control-zoom"
          label={t('canvas.zoomOut')}
          icon={<ControlIcon name="minus" />}
          onClick={() => flow.zoomOut()}
        />
        <IconButton
          className="control-zoom"
          label={t('canvas.zoomIn')}
          icon={<ControlIcon name="plus" />}
          onClick={() => flow.zoomIn()}
        />
      </fieldset>
    </Panel>
  );
}

const outlines = {
  legend: 'M2.6 3h3v3h-3zM2.6 10h3v3h-3zM8.4 4.5h5M8.4 11.5h5',
  plus: 'M8 3.4v9.2M3.4 8h9.2',
  minus: 'M3.4 8h9.2',
  fit: 'M2.6 5.8V2.6h3.2M10.2 2.6h3.2v3.2M13.4 10.2v3.2h-3.2M5.8 13.4H2.6v-3.2',
  tidy: 'M5.6 2.4h4.8v3.2H5.6zM2 10.4h4.8v3.2H2zM9.2 10.4H14v3.2H9.2zM8 5.6v2.2M4.4 10.4V7.8h7.2v2.6',
};

function ControlIcon({ name }: { name: keyof typeof outlines }) {
  return (
    <svg
      aria-hidden="true"
      width={15}
      height={15}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={outlines[name]} />
    </svg>
  );
}
