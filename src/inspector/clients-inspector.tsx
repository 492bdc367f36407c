import { useWorkspace } from '../workspace/use-workspace';
import { useSettingsText } from './fields/use-settings-text';
import { LoadPanel } from './load/load-panel';
import { ShareFields } from './load/share-fields';

/** The customers: how many come, how that changes, and what for. */
export function ClientsInspector() {
  const { s, t, nameOf, format } = useSettingsText();
  const journeys = useWorkspace((state) => state.document.journeys);
  const select = useWorkspace((state) => state.select);
  const deploymentId = useWorkspace((state) => state.selection?.deploymentId ?? '');
  return (
    <div className="inspector-subject">
      <header className="inspector-head">
        <h2 className="inspector-title">{t('inspector.clients')}</h2>
        <p className="muted">{t('inspector.clients.text')}</p>
      </header>
      <LoadPanel />
      <ShareFields />
      <section className="inspector-section">
        <h3 className="eyebrow">{s('group.objectives')}</h3>
        <ul className="inspector-calls">
          {journeys.map(({ id, name, sloMs }) => (
            <li key={id} className="call-head">
              <button
                type="button"
                className="module-link"
                onClick={() => select({ deploymentId, kind: 'journey', id })}
              >
                {nameOf(name)}
              </button>
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
