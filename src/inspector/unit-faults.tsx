import type { Deployment, Unit } from '../architecture/document';
import { initialFaults } from '../workspace/initial-faults';
import { unitFaultsOf, withoutUnitFault, withUnitFault } from '../workspace/intervene';
import { unitKey } from '../workspace/interventions';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { FaultToggles } from './fault-toggles';

export interface UnitFaultsProps {
  deployment: Deployment;
  unit: Unit;
}

/** A whole process is struck, in one deployment; its modules can be struck one by one. */
export function UnitFaults({ deployment, unit }: UnitFaultsProps) {
  const { t, nameOf, language } = useText();
  const document = useWorkspace((state) => state.document);
  const key = unitKey(deployment.id, unit.id);
  const interventions = useWorkspace((state) => state.interventions);
  const select = useWorkspace((state) => state.select);
  const modules = document.modules.filter(({ id }) => unit.modules.includes(id));
  const names = new Intl.ListFormat(language).format(modules.map(({ name }) => nameOf(name)));
  return (
    <section className="inspector-section">
      <h3 className="eyebrow">{t('inspector.fault')}</h3>
      <FaultToggles
        initial={Object.values(initialFaults)}
        faults={unitFaultsOf(interventions, key)}
        set={(before, fault) => withUnitFault(before, key, fault)}
        lift={(before, kind) => withoutUnitFault(before, key, kind)}
      />
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
