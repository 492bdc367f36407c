import { RangeField } from '../design/range-field';
import type { RangeScale } from '../design/range-scale';
import { withScale } from '../workspace/intervene';
import { unitKey } from '../workspace/interventions';
import { holdsData, type Subject } from '../workspace/subject';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';

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
        label={t('inspector.replicas')}
        scale={{ min: 0, max: Math.max(12, unit.replicas * 3), step: 1 }}
        hint={t('inspector.startup', { time: format.duration(unit.startupMs) })}
      />
      <ScaleField
        kind="concurrency"
        subject={subject}
        label={t(
          holdsData(subject, document) ? 'inspector.concurrency.store' : 'inspector.concurrency',
        )}
        scale={{ min: 1, max: Math.max(400, unit.concurrency * 4), step: 1, kind: 'log' }}
      />
    </section>
  );
}

interface ScaleFieldProps {
  kind: 'replicas' | 'concurrency';
  subject: Subject;
  label: string;
  scale: RangeScale;
  hint?: string;
}

function ScaleField({ kind, subject, ...field }: ScaleFieldProps) {
  const { t } = useText();
  const original = subject.unit[kind];
  const key = unitKey(subject.deployment.id, subject.unit.id);
  const value = useWorkspace((state) => state.interventions[kind][key] ?? original);
  const intervene = useWorkspace((state) => state.intervene);
  const set = (wanted: number | null) =>
    intervene((before) => withScale(before, kind, key, wanted === original ? null : wanted));
  return (
    <RangeField
      {...field}
      value={value}
      original={original}
      resetLabel={t('controls.reset', { value: original })}
      onChange={set}
      onReset={() => set(null)}
    />
  );
}
