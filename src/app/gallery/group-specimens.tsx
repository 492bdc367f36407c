import { Disclosure } from '../../design/disclosure';
import { Explanation } from '../../design/explanation';
import { useSettingsText } from '../../inspector/fields/use-settings-text';
import { Specimen, Specimens } from './specimens';

export function GroupSpecimens() {
  const { s } = useSettingsText();
  return (
    <Specimens title="gallery.groups">
      <Specimen state="Disclosure">
        <Disclosure title={s('group.capacity')}>
          <p>{s('unit.cores.why')}</p>
        </Disclosure>
        <Disclosure
          title={s('group.autoscaler')}
          summary={s('autoscaler.summary', { min: 2, max: 10 })}
          changedText={s('field.changed')}
        >
          <p>{s('autoscaler.on.why')}</p>
        </Disclosure>
        <Disclosure title={s('group.release')} isOpenAtFirst>
          <p>{s('release.strategy.why')}</p>
        </Disclosure>
      </Specimen>
      <Specimen state="Explanation">
        <div className="gallery-row">
          {s('policy.bulkhead')}
          <Explanation label={s('field.explain', { label: s('policy.bulkhead') })}>
            <p>{s('policy.bulkhead.why')}</p>
            <p>{s('field.default.none')}</p>
          </Explanation>
        </div>
      </Specimen>
    </Specimens>
  );
}
