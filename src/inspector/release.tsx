import { useState } from 'react';
import type { Module } from '../architecture/document';
import { Button } from '../design/button';
import { SelectField } from '../design/select-field';
import { SwitchField } from '../design/switch-field';
import type { ReleaseStrategy } from '../simulation/command';
import { withoutRelease, withRelease } from '../workspace/intervene';
import { useWorkspace } from '../workspace/use-workspace';
import { faultSettings } from './fields/fault-settings';
import { SettingField } from './fields/setting-field';
import { useSettingsText } from './fields/use-settings-text';
import { Group } from './group';

const strategies: readonly ReleaseStrategy[] = ['rolling', 'recreate', 'blue-green', 'canary'];

/** A new version of a module goes out now, good or bad, and is taken back. */
export function Release({ module }: { module: Module }) {
  const { s, format, nameOf } = useSettingsText();
  const running = useWorkspace((state) => state.interventions.releases[module.id]);
  const intervene = useWorkspace((state) => state.intervene);
  const [strategy, setStrategy] = useState<ReleaseStrategy>('rolling');
  const [isBad, setBad] = useState(false);
  const [rate, setRate] = useState(0.3);
  const release = () =>
    intervene((before) =>
      withRelease(before, module.id, { strategy, fault: isBad ? { kind: 'errors', rate } : null }),
    );
  const explain = (key: 'release.strategy' | 'release.bad') => ({
    label: s('field.explain', { label: s(key) }),
    text: <p>{s(`${key}.why`)}</p>,
  });
  const isBadNow = running?.fault?.kind === 'errors' ? running.fault.rate : null;
  return (
    <Group
      title="group.release"
      summary={running && s(`release.${running.strategy}`)}
      isChanged={running !== undefined}
    >
      <SelectField
        label={s('release.strategy')}
        choices={strategies.map((value) => ({ value, label: s(`release.${value}`) }))}
        value={strategy}
        explanation={explain('release.strategy')}
        onChange={setStrategy}
      />
      <SwitchField
        label={s('release.bad')}
        isOn={isBad}
        explanation={explain('release.bad')}
        onChange={setBad}
      />
      {isBad && (
        <SettingField setting={faultSettings.errors} value={rate} isLive onChange={setRate} />
      )}
      <div className="inspector-buttons">
        <Button onClick={release}>
          {running === undefined
            ? s('release.now', { module: nameOf(module.name) })
            : s('release.again')}
        </Button>
        {running !== undefined && (
          <Button
            variant="strong"
            onClick={() => intervene((before) => withoutRelease(before, module.id))}
          >
            {s('release.back')}
          </Button>
        )}
      </div>
      {running !== undefined && (
        <p className="fault-effects" role="status">
          {isBadNow === null
            ? s('release.running', { strategy: s(`release.${running.strategy}`) })
            : s('release.running.bad', {
                strategy: s(`release.${running.strategy}`),
                rate: format.percent(isBadNow),
              })}
        </p>
      )}
    </Group>
  );
}
