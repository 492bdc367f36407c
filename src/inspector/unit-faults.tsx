import type { Deployment, Unit } from '../architecture/document';
import { withUnitCrash } from '../workspace/intervene';
import { unitKey } from '../workspace/interventions';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { FaultToggle } from './fault-toggle';

export interface UnitFaultsProps {
  deployment: Deployment;
  unit: Unit;
}

/** A whole process goes down, in one deployment; its modules can be struck one by one. */
export function UnitFaults({ deployment, unit }: UnitFaultsProps) {
  const { t, nameOf, language } = useText();
  const document = useWorkspace((state) => state.document);
  const key = unitKey(deployment.id, unit.id);
  const isDown = useWorkspace((state) => key in state.interventions.unitCrashes);
  const intervene = useWorkspace((state) => state.intervene);
  const select = useWorkspace((state) => state.select);
  const modules = document.modules.filter(({ id }) => unit.modules.includes(id));
  const names = new Intl.ListFormat(language).format(modules.map(({ name }) => nameOf(name)));
  return (
    <section className="inspector-section">
      <h3 className="eyebrow">{t('inspector.fault')}</h3>
      <div className="fault-toggles">
        <FaultToggle
          kind="crash"
          isOn={isDown}
          onToggle={() => intervene((before) => withUnitCrash(before, key, !isDown))}
        />
      </div>
      <p className="fault-effects">
        {t('inspector.fault.unit', { deployment: nameOf(deployment.name), modules: names })}
      </p>
      <h3 className="eyebrow">{t('inspector.modules')}</h3>
      <ul className="module-links">
        {modules.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className="module-link"
              onClick={() => select({ deploymentId: deployment.id, kind: 'module', id })}
            >
              {nameOf(name)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
