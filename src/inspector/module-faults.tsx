import type { Deployment, Module } from '../architecture/document';
import type { Fault } from '../simulation/command';
import { initialFaults } from '../workspace/initial-faults';
import { withModuleFault, withoutModuleFault } from '../workspace/intervene';
import type { Interventions } from '../workspace/interventions';
import { type Text, useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { FaultToggle, type OfferedKind } from './fault-toggle';
import { faultSettings } from './fields/fault-settings';
import { SettingField } from './fields/setting-field';

const kinds: readonly OfferedKind[] = ['crash', 'slow', 'errors'];

export interface ModuleFaultsProps {
  module: Module;
  /** The deployments on show. */
  deployments: readonly Deployment[];
}

export function ModuleFaults({ module, deployments }: ModuleFaultsProps) {
  const text = useText();
  const { t } = text;
  const faults = useWorkspace((state) => state.interventions.moduleFaults[module.id]);
  const intervene = useWorkspace((state) => state.intervene);
  const set = (fault: Fault) => intervene((before) => withModuleFault(before, module.id, fault));
  const toggle = (kind: OfferedKind) =>
    intervene((before) =>
      before.moduleFaults[module.id]?.[kind] === undefined
        ? withModuleFault(before, module.id, initialFaults[kind])
        : withoutModuleFault(before, module.id, kind),
    );
  const slow = faults?.slow;
  const errors = faults?.errors;
  return (
    <section className="inspector-section">
      <h3 className="eyebrow">{t('inspector.fault')}</h3>
      <div className="fault-toggles">
        {kinds.map((kind) => (
          <FaultToggle
            key={kind}
            kind={kind}
            isOn={faults?.[kind] !== undefined}
            onToggle={() => toggle(kind)}
          />
        ))}
      </div>
      {slow?.kind === 'slow' && (
        <SettingField
          setting={faultSettings.slow}
          value={slow.factor}
          isLive
          onChange={(factor) => set({ kind: 'slow', factor })}
        />
      )}
      {errors?.kind === 'errors' && (
        <SettingField
          setting={faultSettings.errors}
          value={errors.rate}
          isLive
          onChange={(rate) => set({ kind: 'errors', rate })}
        />
      )}
      <ul className="fault-effects">
        {faults === undefined && <li>{t('inspector.fault.preview')}</li>}
        {deployments.map((deployment) => (
          <li key={deployment.id}>{faultEffect(worstKind(faults), module, deployment, text)}</li>
        ))}
      </ul>
    </section>
  );
}

/** The fault whose effect is told: the worst one, and the crash that could be while there is none. */
function worstKind(faults: Interventions['moduleFaults'][string] | undefined): OfferedKind {
  return kinds.find((kind) => faults?.[kind] !== undefined) ?? 'crash';
}

/** What a fault of a module does to those who share its process, or do not. */
function faultEffect(
  kind: OfferedKind,
  module: Module,
  deployment: Deployment,
  { t, nameOf }: Text,
): string {
  const unit = deployment.units.find(({ modules }) => modules.includes(module.id));
  if (unit === undefined) return '';
  const place = unit.external ? 'external' : unit.modules.length === 1 ? 'alone' : 'whole';
  return t(`inspector.fault.${kind}.${place}`, {
    deployment: nameOf(deployment.name),
    unit: nameOf(unit.name),
  });
}
