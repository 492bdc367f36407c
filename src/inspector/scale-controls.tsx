import type { RangeScale } from '../design/range-scale';
import type { SettingsKey } from '../i18n/settings-text';
import { withScale } from '../workspace/intervene';
import { unitKey } from '../workspace/interventions';
import { holdsData } from '../workspace/subject';
import { useWorkspace } from '../workspace/use-workspace';
import { commonOf, type UnitTarget } from './edits/unit-edits';
import { writtenValue } from './fields/number-setting';
import { SettingField } from './fields/setting-field';
import { unitSettings } from './fields/unit-settings';
import { useSettingsText } from './fields/use-settings-text';

/** How many copies and how many at once, of one or several units; takes effect in the run under way. */
export function ScaleControls({ targets }: { targets: readonly UnitTarget[] }) {
  const { t, format, nameOf } = useSettingsText();
  const document = useWorkspace((state) => state.document);
  const [{ deployment, unit }, ...others] = targets;
  const largest = (kind: 'replicas' | 'concurrency') =>
    Math.max(...targets.map((target) => target.unit[kind]));
  const areStores = targets.every((target) => holdsData(target, document));
  return (
    <section className="inspector-section">
      <h3 className="eyebrow">
        {t('inspector.scale')}
        <span className="eyebrow-aside">
          {t('inspector.scale.only', { deployment: nameOf(deployment.name) })}
        </span>
      </h3>
      <ScaleField
        kind="replicas"
        targets={targets}
        scale={{ ...unitSettings.replicas.scale, max: Math.max(12, largest('replicas') * 3) }}
        hint={
          others.length === 0
            ? t('inspector.startup', { time: format.duration(unit.startupMs) })
            : undefined
        }
      />
      <ScaleField
        kind="concurrency"
        targets={targets}
        label={areStores ? 'unit.concurrency.store' : undefined}
        scale={{
          ...unitSettings.concurrency.scale,
          max: Math.max(400, largest('concurrency') * 4),
        }}
      />
    </section>
  );
}

interface ScaleFieldProps {
  kind: 'replicas' | 'concurrency';
  targets: readonly UnitTarget[];
  label?: SettingsKey | undefined;
  scale: RangeScale;
  hint?: string | undefined;
}

function ScaleField({ kind, targets, scale, label, hint }: ScaleFieldProps) {
  const text = useSettingsText();
  const wished = useWorkspace((state) => state.interventions[kind]);
  const intervene = useWorkspace((state) => state.intervene);
  const rows = targets.map(({ deployment, unit }) => {
    const key = unitKey(deployment.id, unit.id);
    return { key, original: unit[kind], value: wished[key] ?? unit[kind] };
  });
  const setting = { ...unitSettings[kind], scale };
  const original = commonOf(rows.map((row) => row.original));
  const setAll = (wanted: number | null) =>
    intervene((before) =>
      rows.reduce(
        (so, row) => withScale(so, kind, row.key, wanted === row.original ? null : wanted),
        before,
      ),
    );
  return (
    <SettingField
      setting={setting}
      label={label}
      hint={hint}
      value={commonOf(rows.map(({ value }) => value))}
      isLive
      reset={
        rows.some((row) => row.value !== row.original)
          ? {
              value:
                original === null ? text.s('field.mixed') : writtenValue(setting, original, text),
              run: () => setAll(null),
            }
          : null
      }
      onChange={setAll}
    />
  );
}
