import { Button } from '../../design/button';
import { withUnitCrash } from '../../workspace/intervene';
import { unitKey } from '../../workspace/interventions';
import type { Subject } from '../../workspace/subject';
import { useWorkspace } from '../../workspace/use-workspace';
import { useSettingsText } from '../fields/use-settings-text';
import { ScaleControls } from '../scale-controls';
import { UnitGroups } from './unit-groups';

/** Several units at once: what they have in common to be changed, in all of them. */
export function UnitsInspector({ subjects }: { subjects: readonly Subject[] }) {
  const { s, t, nameOf, language } = useSettingsText();
  const crashes = useWorkspace((state) => state.interventions.unitCrashes);
  const intervene = useWorkspace((state) => state.intervene);
  const keys = subjects.map(({ deployment, unit }) => unitKey(deployment.id, unit.id));
  const areDown = keys.every((key) => crashes[key]);
  const names = new Intl.ListFormat(language).format(subjects.map(({ unit }) => nameOf(unit.name)));
  return (
    <div className="inspector-subject">
      <header className="inspector-head">
        <h2 className="inspector-title">{s('units.title', { count: subjects.length })}</h2>
        <p className="muted">{s('units.sentence', { names })}</p>
      </header>
      <section className="inspector-section">
        <h3 className="eyebrow">{t('inspector.fault')}</h3>
        <div className="inspector-buttons">
          <Button
            onClick={() =>
              intervene((before) =>
                keys.reduce((so, key) => withUnitCrash(so, key, !areDown), before),
              )
            }
          >
            {s(areDown ? 'units.start' : 'units.crash')}
          </Button>
        </div>
      </section>
      <ScaleControls targets={subjects} />
      <div className="inspector-section inspector-groups">
        <UnitGroups targets={subjects} />
      </div>
    </div>
  );
}
