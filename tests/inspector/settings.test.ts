import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/language';
import { numberWritingFor } from '../../src/i18n/number-writing';
import { translateSettingsInto } from '../../src/i18n/settings-text';
import { faultSettings } from '../../src/inspector/fields/fault-settings';
import { loadSettings } from '../../src/inspector/fields/load-settings';
import { meantBy, shownOf } from '../../src/inspector/fields/measure';
import { networkSettings } from '../../src/inspector/fields/network-settings';
import { type NumberSetting, refusalOf } from '../../src/inspector/fields/number-setting';
import { policySettings } from '../../src/inspector/fields/policy-settings';
import { unitSettings } from '../../src/inspector/fields/unit-settings';

type Settings = { readonly [name: string]: NumberSetting | Settings };

function flat(settings: Settings): NumberSetting[] {
  return Object.values(settings).flatMap((one) =>
    'bounds' in one ? [one as NumberSetting] : flat(one as Settings),
  );
}

const all = [unitSettings, policySettings, networkSettings, faultSettings, loadSettings].flatMap(
  (each) => flat(each),
);

describe.each(all.map((setting) => [setting.key, setting] as const))('%s', (_key, setting) => {
  test('offers nothing that the document refuses', () => {
    const { bounds, measure, scale } = setting;
    const [least, most] = [scale.min, scale.max].map((end) => meantBy(measure, end));
    expect(least).toBeGreaterThanOrEqual(bounds.min);
    expect(most).toBeLessThanOrEqual(bounds.max);
    if (bounds.isAboveMin) expect(least).toBeGreaterThan(bounds.min);
    if (bounds.isWhole) expect(scale.step % 1).toBe(0);
  });

  test('shows and means the same value', () => {
    for (const value of [setting.scale.min, setting.scale.max]) {
      expect(shownOf(setting.measure, meantBy(setting.measure, value))).toBe(value);
    }
  });
});

describe.each(languages)('what cannot be is refused with a reason, in %s', (language) => {
  const text = { s: translateSettingsInto(language), writing: numberWritingFor(language) };
  const { replicas, cores, startupMs } = unitSettings;

  test.each([
    [replicas, 2, null],
    [replicas, 2.5, text.s('refused.whole')],
    [replicas, -1, text.s('refused.min', { min: '0' })],
    [replicas, 1001, text.s('refused.max', { max: '1000' })],
    [replicas, null, text.s('refused.number')],
    [cores, 0, text.s('refused.above', { min: '0' })],
    [startupMs, 1e9 + 1, text.s('refused.max', { max: '1000000\u00a0s' })],
  ] as const)('%#', (setting, value, refusal) => {
    expect(refusalOf(setting, value, text)).toBe(refusal);
  });
});
