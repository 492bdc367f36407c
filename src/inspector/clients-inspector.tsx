import { JourneyMark } from '../design/journey-mark';
import { originalArrivalRate } from '../workspace/interventions';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { loadSettings } from './fields/load-settings';
import { SettingField } from './fields/setting-field';

/** The customers: how many come, and what for. */
export function ClientsInspector() {
  const { t, format, nameOf } = useText();
  const document = useWorkspace((state) => state.document);
  const wanted = useWorkspace((state) => state.interventions.arrivalRatePerSecond);
  const intervene = useWorkspace((state) => state.intervene);
  const original = originalArrivalRate(document);
  const set = (rate: number | null) =>
    intervene((before) => ({
      ...before,
      arrivalRatePerSecond: rate === original ? null : rate,
    }));
  return (
    <div className="inspector-subject">
      <header className="inspector-head">
        <h2 className="inspector-title">{t('inspector.clients')}</h2>
        <p className="muted">{t('inspector.clients.text')}</p>
      </header>
      {original !== null && (
        <section className="inspector-section">
          <SettingField
            setting={loadSettings.rate}
            value={wanted ?? original}
            original={original}
            isLive
            onChange={set}
          />
        </section>
      )}
      <section className="inspector-section">
        <h3 className="eyebrow">{t('inspector.clients.journeys')}</h3>
        <ul className="journeys">
          {document.journeys.map(({ id, name, share, sloMs }, index) => (
            <li key={id}>
              <JourneyMark index={index} />
              <span>{nameOf(name)}</span>
              <span className="journey-share">{format.percent(share)}</span>
              <span className="muted">
                {t('inspector.clients.objective', { time: format.duration(sloMs) })}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
