import { useState } from 'react';
import type { Deployment, Module } from '../architecture/document';
import { Button } from '../design/button';
import { SelectField } from '../design/select-field';
import type { Fault, FaultKind, ReleaseStrategy } from '../simulation/command';
import { initialFaults } from '../workspace/initial-faults';
import { withoutRelease, withRelease } from '../workspace/intervene';
import type { ReleaseWish } from '../workspace/interventions';
import type { Subject } from '../workspace/subject';
import { useWorkspace } from '../workspace/use-workspace';
import { strengthOf, withStrength } from './fields/fault-settings';
import { writtenValue } from './fields/number-setting';
import { SettingField } from './fields/setting-field';
import { type SettingsText, useSettingsText } from './fields/use-settings-text';
import { Group } from './group';

const strategies: readonly ReleaseStrategy[] = ['rolling', 'recreate', 'blue-green', 'canary'];
const flaws: readonly ('none' | FaultKind)[] = ['none', 'errors', 'slow', 'leak', 'hog', 'crash'];

export interface ReleaseProps {
  subject: Subject;
  /** Those on show: a new version of a module goes out in all of them. */
  deployments: readonly Deployment[];
}

/**
 * A new version goes out now, good or bad, and is taken back. A process is
 * replaced as a whole, for whichever of its modules the new version brings.
 */
export function Release({ subject, deployments }: ReleaseProps) {
  const text = useSettingsText();
  const { s, nameOf } = text;
  const modules = useReleasable(subject);
  const releases = useWorkspace((state) => state.interventions.releases);
  const intervene = useWorkspace((state) => state.intervene);
  const [moduleId, setModuleId] = useState(modules[0]?.id ?? '');
  const [strategy, setStrategy] = useState<ReleaseStrategy>('rolling');
  const [fault, setFault] = useState<Fault | null>(null);
  const module = modules.find(({ id }) => id === moduleId);
  if (module === undefined) return null;
  const running = releases[moduleId];
  const explain = (key: 'release.module' | 'release.strategy' | 'release.flaw') => ({
    label: s('field.explain', { label: s(key) }),
    text: <p>{s(`${key}.why`)}</p>,
  });
  return (
    <Group
      title="group.release"
      summary={running && s(`release.${running.strategy}`)}
      isChanged={modules.some(({ id }) => releases[id] !== undefined)}
    >
      {modules.length > 1 && (
        <SelectField
          label={s('release.module')}
          choices={modules.map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
          value={moduleId}
          explanation={explain('release.module')}
          onChange={setModuleId}
        />
      )}
      <SelectField
        label={s('release.strategy')}
        choices={strategies.map((value) => ({ value, label: s(`release.${value}`) }))}
        value={strategy}
        explanation={explain('release.strategy')}
        onChange={setStrategy}
      />
      <SelectField
        label={s('release.flaw')}
        choices={flaws.map((value) => ({ value, label: s(`release.flaw.${value}`) }))}
        value={fault?.kind ?? 'none'}
        explanation={explain('release.flaw')}
        onChange={(kind) => setFault(kind === 'none' ? null : initialFaults[kind])}
      />
      <Strength fault={fault} onChange={setFault} />
      <ul className="fault-effects">
        {deployments.map((deployment) => (
          <li key={deployment.id}>{effectOf(module, deployment, text)}</li>
        ))}
      </ul>
      <div className="inspector-buttons">
        <Button
          onClick={() => intervene((before) => withRelease(before, moduleId, { strategy, fault }))}
        >
          {running === undefined
            ? s('release.now', { module: nameOf(module.name) })
            : s('release.again')}
        </Button>
        {running !== undefined && (
          <Button
            variant="strong"
            onClick={() => intervene((before) => withoutRelease(before, moduleId))}
          >
            {s('release.back')}
          </Button>
        )}
      </div>
      {running !== undefined && (
        <p className="fault-effects" role="status">
          {runningWords(running, text)}
        </p>
      )}
    </Group>
  );
}

/** The modules of which there can be a new version: the one that is meant, else all of the process. */
function useReleasable({ unit, module }: Subject): readonly Module[] {
  const all = useWorkspace((state) => state.document.modules);
  return module !== null ? [module] : all.filter(({ id }) => unit.modules.includes(id));
}

/** How bad what is wrong is, where that can be told. */
function Strength({ fault, onChange }: { fault: Fault | null; onChange(fault: Fault): void }) {
  const strength = fault && strengthOf(fault);
  if (!fault || !strength) return null;
  return (
    <SettingField
      setting={strength.setting}
      value={strength.value}
      isLive
      onChange={(value) => onChange(withStrength(fault, value))}
    />
  );
}

/** What is replaced with the module. */
function effectOf(module: Module, deployment: Deployment, { s, nameOf }: SettingsText): string {
  const unit = deployment.units.find(({ modules }) => modules.includes(module.id));
  if (unit === undefined) return '';
  return s(unit.modules.length === 1 ? 'release.effect.alone' : 'release.effect.whole', {
    deployment: nameOf(deployment.name),
    unit: nameOf(unit.name),
  });
}

function runningWords({ strategy, fault }: ReleaseWish, text: SettingsText): string {
  const { s } = text;
  const named = { strategy: s(`release.${strategy}`) };
  if (fault === null) return s('release.running', named);
  const strength = strengthOf(fault);
  const flaw = s(`release.flaw.${fault.kind}`);
  const amount =
    strength === null ? '' : ` (${writtenValue(strength.setting, strength.value, text)})`;
  return s('release.running.bad', { ...named, flaw: `${flaw}${amount}` });
}
