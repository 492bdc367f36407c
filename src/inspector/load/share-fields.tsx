import type { ArchitectureDocument } from '../../architecture/document';
import { JourneyMark } from '../../design/journey-mark';
import { useDocumentEdit } from '../edits/use-document-edit';
import { loadSettings } from '../fields/load-settings';
import { writtenValue } from '../fields/number-setting';
import { SettingField } from '../fields/setting-field';
import { useSettingsText } from '../fields/use-settings-text';
import { withShare } from './shares';

/** One journey's share of the customers. The way back is that of all shares together. */
export function ShareField({ journeyId, name }: { journeyId: string; name?: string }) {
  const text = useSettingsText();
  const { document, original, problemWith, edit } = useDocumentEdit();
  const journey = document.journeys.find(({ id }) => id === journeyId);
  const before = original.journeys.find(({ id }) => id === journeyId);
  if (journey === undefined) return null;
  const change = (share: number) => (so: ArchitectureDocument) => ({
    ...so,
    journeys: withShare(so.journeys, journeyId, share),
  });
  const shareBefore = new Map(original.journeys.map(({ id, share }) => [id, share]));
  const back = (so: ArchitectureDocument) => ({
    ...so,
    journeys: so.journeys.map((one) => ({ ...one, share: shareBefore.get(one.id) ?? one.share })),
  });
  return (
    <SettingField
      setting={loadSettings.share}
      name={name}
      value={journey.share}
      reset={
        before === undefined || before.share === journey.share
          ? null
          : {
              value: writtenValue(loadSettings.share, before.share, text),
              run: () => edit(back, 'journey.share', journey.name),
            }
      }
      refuse={(share) => problemWith(change(share))}
      onChange={(share) => edit(change(share), 'journey.share', journey.name)}
    />
  );
}

/** What the customers come for: every journey with its share. */
export function ShareFields() {
  const { s, nameOf } = useSettingsText();
  const { document } = useDocumentEdit();
  return (
    <section className="inspector-section">
      <h3 className="eyebrow">{s('group.shares')}</h3>
      <ul className="journeys">
        {document.journeys.map(({ id, name }, index) => (
          <li key={id}>
            <JourneyMark index={index} />
            <ShareField journeyId={id} name={nameOf(name)} />
          </li>
        ))}
      </ul>
      <p className="fault-effects">{s('load.shares')}</p>
    </section>
  );
}
