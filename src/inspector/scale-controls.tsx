import type { RangeScale } from '../design/range-scale';
import type { SettingsKey } from '../i18n/settings-text';
import { withScale } from '../workspace/intervene';
import { unitKey } from '../workspace/interventions';
import { holdsData, type Subject } from '../workspace/subject';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { SettingField } from './fields/setting-field';
import { unitSettings } from './fields/unit-settings';

export function ScaleControls({ subject }: { subject: Subject }) {
  const { t, format, nameOf } = useText();
  const { deployment, unit } = subject;
  const document = useWorkspace((state) => state.document);
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
        subject={subject}
        scale={{ ...unitSettings.replicas.scale, max: Math.max(12, unit.replicas * 3) }}
        hint={t('inspector.startup', { time: format.duration(unit.startupMs) })}
      />
      <ScaleField
        kind="concurrency"
        subject={subject}
        label={holdsData(subject, document) ? 'unit.concurrency.store' : 'unit.concurrency'}
        scale={{ ...unitSettings.concurrency.scale, max: Math.max(400, unit.concurrency * 4) }}
      />
    </section>
  );
}

interface ScaleFieldProps {
  kind: 'replicas' | 'concurrency';
  subject: Subject;
  label?: SettingsKey;
  scale: RangeScale;
  hint?: string;
}

function ScaleField({ kind, subject, scale, ...field }: ScaleFieldProps) {
  const original = subject.unit[kind];
  const key = unitKey(subject.deployment.id, subject.unit.id);
  const value = useWorkspace((state) => state.interventions[kind][key] ?? original);
  const intervene = useWorkspace((state) => state.intervene);
  const set = (wanted: number | null) =>
    intervene((before) => withScale(before, kind, key, wanted === original ? null : wanted));
  return (
    <SettingField
      {...field}
      setting={{ ...unitSettings[kind], scale }}
      value={value}
      original={original}
      isLive
      onChange={set}
    />
  );
}
