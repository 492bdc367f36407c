import { JourneyMark } from '../design/journey-mark';
import { RangeField } from '../design/range-field';
import { originalArrivalRate } from '../workspace/interventions';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';

const rateScale = { min: 1, max: 5000, step: 1, kind: 'log' } as const;

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
          <RangeField
            label={t('inspector.clients.rate')}
            scale={rateScale}
            value={wanted ?? original}
            original={original}
            resetLabel={t('controls.reset', { value: format.rate(original) })}
            unit={t('inspector.unit.perSecond')}
            onChange={set}
            onReset={() => set(null)}
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
