import type { Policy } from '../../architecture/document';
import { SwitchField } from '../../design/switch-field';
import { type PolicyPart, withPart } from '../../workspace/policy-parts';
import type { NumberSetting } from '../fields/number-setting';
import { policySettings } from '../fields/policy-settings';
import { SettingField } from '../fields/setting-field';
import { useSettingsText } from '../fields/use-settings-text';
import type { EditedPolicy } from './use-policy';

export interface PolicyPartFieldsProps extends EditedPolicy {
  part: PolicyPart;
}

/** The figures of one part of a policy. */
export function PolicyPartFields({ part, ...edited }: PolicyPartFieldsProps) {
  switch (part) {
    case 'timeoutMs':
      return <TimeoutFields {...edited} />;
    case 'retries':
      return <RetryFields {...edited} />;
    case 'circuitBreaker':
    case 'bulkhead':
    case 'hedge':
      return <Numbers part={part} {...edited} />;
    case 'fallback':
      return null;
  }
}

function TimeoutFields({ policy, original, change }: EditedPolicy) {
  const { s } = useSettingsText();
  return (
    <>
      <SettingField
        setting={policySettings.timeoutMs}
        value={policy.timeoutMs ?? null}
        original={original.timeoutMs}
        onChange={(timeoutMs) => change(withPart(policy, 'timeoutMs', timeoutMs))}
      />
      <SwitchField
        label={s('policy.cancel')}
        isOn={policy.cancel}
        explanation={{
          label: s('field.explain', { label: s('policy.cancel') }),
          text: <p>{s('policy.cancel.why')}</p>,
        }}
        reset={
          policy.cancel === original.cancel
            ? null
            : {
                label: s('policy.cancel'),
                run: () => change({ ...policy, cancel: original.cancel }),
              }
        }
        onChange={(cancel) => change({ ...policy, cancel })}
      />
    </>
  );
}

function RetryFields({ policy, original, change }: EditedPolicy) {
  const { s } = useSettingsText();
  const { retries } = policy;
  if (retries === undefined) return null;
  const { budget: _budget, ...withoutBudget } = retries;
  const hasBudget = retries.budget !== undefined;
  return (
    <>
      <Numbers part="retries" {...{ policy, original, change }} />
      <SwitchField
        label={s('policy.retries.jitter')}
        isOn={retries.jitter === 'full'}
        explanation={{
          label: s('field.explain', { label: s('policy.retries.jitter') }),
          text: <p>{s('policy.retries.jitter.why')}</p>,
        }}
        onChange={(isOn) =>
          change(withPart(policy, 'retries', { ...retries, jitter: isOn ? 'full' : 'none' }))
        }
      />
      <SwitchField
        label={s('policy.retries.budget')}
        isOn={hasBudget}
        explanation={{
          label: s('field.explain', { label: s('policy.retries.budget') }),
          text: <p>{s('policy.retries.budget.why')}</p>,
        }}
        onChange={(isOn) =>
          change(
            withPart(policy, 'retries', isOn ? { ...withoutBudget, budget: 0.2 } : withoutBudget),
          )
        }
      />
      {hasBudget && (
        <SettingField
          setting={policySettings.budget}
          label="policy.retries.budget.share"
          value={retries.budget ?? null}
          original={original.retries?.budget}
          onChange={(budget) => change(withPart(policy, 'retries', { ...retries, budget }))}
        />
      )}
    </>
  );
}

interface NumbersProps extends EditedPolicy {
  part: 'retries' | 'circuitBreaker' | 'bulkhead' | 'hedge';
}

/** Every number that a part has. */
function Numbers({ part, policy, original, change }: NumbersProps) {
  const values = policy[part] as Readonly<Record<string, number>> | undefined;
  const before = original[part] as Readonly<Record<string, number>> | undefined;
  const settings: Readonly<Record<string, NumberSetting>> = policySettings[part];
  if (values === undefined) return null;
  return Object.entries(settings).map(([name, setting]) =>
    values[name] === undefined ? null : (
      <SettingField
        key={name}
        setting={setting}
        value={values[name]}
        original={before?.[name]}
        onChange={(value) =>
          change(
            withPart(policy, part, { ...values, [name]: value } as unknown as Policy[typeof part]),
          )
        }
      />
    ),
  );
}
