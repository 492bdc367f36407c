import type { Deployment, Module } from '../architecture/document';
import type { FaultKind } from '../simulation/command';
import { initialFaults } from '../workspace/initial-faults';
import { withModuleFault, withoutModuleFault } from '../workspace/intervene';
import type { FaultsByKind } from '../workspace/interventions';
import { type Text, useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { FaultToggles } from './fault-toggles';

/** Worst first. */
const kinds: readonly FaultKind[] = ['crash', 'slow', 'errors', 'leak', 'hog'];
const none: FaultsByKind = {};

export interface ModuleFaultsProps {
  module: Module;
  /** Whether it has memory and cores that something can take. */
  isExternal: boolean;
  /** The deployments on show. */
  deployments: readonly Deployment[];
}

export function ModuleFaults({ module, isExternal, deployments }: ModuleFaultsProps) {
  const text = useText();
  const { t } = text;
  const faults = useWorkspace((state) => state.interventions.moduleFaults[module.id] ?? none);
  const worst = kinds.find((kind) => faults[kind] !== undefined);
  const offered = isExternal ? kinds.slice(0, 3) : kinds;
  return (
    <section className="inspector-section">
      <h3 className="eyebrow">{t('inspector.fault')}</h3>
      <FaultToggles
        initial={offered.map((kind) => initialFaults[kind])}
        faults={faults}
        set={(before, fault) => withModuleFault(before, module.id, fault)}
        lift={(before, kind) => withoutModuleFault(before, module.id, kind)}
      />
      <ul className="fault-effects">
        {worst === undefined && <li>{t('inspector.fault.preview')}</li>}
        {deployments.map((deployment) => (
          <li key={deployment.id}>{faultEffect(worst ?? 'crash', module, deployment, text)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What a fault of a module does to those who share its process, or do not. */
function faultEffect(
  kind: FaultKind,
  module: Module,
  deployment: Deployment,
  { t, nameOf }: Text,
): string {
  const unit = deployment.units.find(({ modules }) => modules.includes(module.id));
  if (unit === undefined) return '';
  const place = unit.external ? 'external' : unit.modules.length === 1 ? 'alone' : 'whole';
  return t(`inspector.fault.${effects[kind]}.${place}`, {
    deployment: nameOf(deployment.name),
    unit: nameOf(unit.name),
  });
}

/** A full memory takes the process down; a busy core makes it slow. */
const effects = {
  crash: 'crash',
  slow: 'slow',
  errors: 'errors',
  leak: 'crash',
  hog: 'slow',
} as const satisfies Record<FaultKind, FaultKind>;
