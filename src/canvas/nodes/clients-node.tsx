import { memo, useCallback } from 'react';
import { JourneyField, journeyFieldCount } from '../../simulation/frame';
import { useCanvas } from '../canvas-context';
import { type FrameReader, LiveText } from '../live-text';

/** The customers, with how many arrive per second. */
export const ClientsNodeView = memo(function ClientsNodeView() {
  const { t, format } = useCanvas().text;
  const read = useCallback<FrameReader<string>>(
    (own) => {
      if (own === null) return t('canvas.clients.label');
      const lastRow = own.journeys.length - journeyFieldCount;
      const rate = own.journeys[lastRow + JourneyField.recentArrivalsPerSecond];
      return t('canvas.clients', { rate: format.rate(rate) });
    },
    [t, format],
  );
  return (
    <div className="clients">
      <LiveText read={read} />
    </div>
  );
});
