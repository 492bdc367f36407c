import { Icon, iconNames } from '../../design/icon';
import { JourneyMark } from '../../design/journey-mark';
import { StatusBadge } from '../../design/status-badge';
import { statusLooks } from '../../design/status-looks';
import { useText } from '../../workspace/use-text';
import { Specimen, Specimens } from './specimens';

export function StateSpecimens() {
  const { t } = useText();
  const statuses = Object.keys(statusLooks) as (keyof typeof statusLooks)[];
  return (
    <Specimens title="gallery.states">
      {[false, true].map((isBare) => (
        <Specimen key={String(isBare)} state={`StatusBadge ${isBare ? 'bare' : ''}`}>
          <div className="gallery-row">
            {statuses.map((status) => (
              <StatusBadge
                key={status}
                {...statusLooks[status]}
                word={t(`controls.status.${status}`)}
                isBare={isBare}
              />
            ))}
          </div>
        </Specimen>
      ))}
      <Specimen state="JourneyMark">
        <div className="gallery-row">
          {[0, 1, 2, 3, 4].map((index) => (
            <JourneyMark key={index} index={index} />
          ))}
        </div>
      </Specimen>
    </Specimens>
  );
}

/** A set that grows: no picture of it is kept. */
export function IconSpecimens() {
  return (
    <Specimens title="gallery.icons" isPictured={false}>
      <Specimen state="Icon">
        <div className="gallery-row">
          {iconNames.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </div>
      </Specimen>
    </Specimens>
  );
}
