import { Button, IconButton } from '../../design/button';
import { Icon } from '../../design/icon';
import type { TimeDomain } from '../time-domain';
import { useChartsText } from './use-charts-text';
import { zoomed } from './zoom';

export interface ZoomToolsProps {
  domain: TimeDomain;
  whole: TimeDomain;
  /** The instant that stays where it is. */
  aroundMs: number;
  onZoom(domain: TimeDomain | null): void;
  isTableShown: boolean;
  onTableShown(isShown: boolean): void;
}

export function ZoomTools(props: ZoomToolsProps) {
  const { domain, whole, aroundMs, onZoom, isTableShown, onTableShown } = props;
  const { c } = useChartsText();
  const isZoomed = domain !== whole;
  return (
    <div className="charts-tools">
      <fieldset aria-label={c('charts.zoom')} className="charts-zoom">
        <IconButton
          label={c('charts.zoom.out')}
          icon="−"
          disabled={!isZoomed}
          onClick={() => onZoom(zoomed(domain, 2, aroundMs, whole))}
        />
        <IconButton
          label={c('charts.zoom.in')}
          icon="+"
          onClick={() => onZoom(zoomed(domain, 0.5, aroundMs, whole) ?? domain)}
        />
        {isZoomed && (
          <Button variant="quiet" icon={<Icon name="reset" />} onClick={() => onZoom(null)}>
            {c('charts.zoom.whole')}
          </Button>
        )}
      </fieldset>
      <Button
        variant="quiet"
        aria-pressed={isTableShown}
        onClick={() => onTableShown(!isTableShown)}
      >
        {c('charts.table')}
      </Button>
    </div>
  );
}
