import type { Load } from '../../architecture/document';
import { SelectField } from '../../design/select-field';
import { isSameWish } from '../../workspace/commands-between';
import { originalArrivalRate } from '../../workspace/interventions';
import { useWorkspace } from '../../workspace/use-workspace';
import { useDocumentEdit } from '../edits/use-document-edit';
import { loadSettings } from '../fields/load-settings';
import { SettingField } from '../fields/setting-field';
import { useSettingsText } from '../fields/use-settings-text';
import { ClosedLoadFields } from './closed-load-fields';
import { asClosed, asOpen } from './load-kinds';
import { PatternFields } from './pattern-fields';

const kinds = ['open', 'closed'] as const;

/** How the customers come: by themselves or a fixed number of them, how many, and how that changes. */
export function LoadPanel() {
  const { s, t } = useSettingsText();
  const { document, original, edit } = useDocumentEdit();
  const { load } = document;
  const label = s('load.kind');
  const put = (changed: Load) =>
    edit((before) => ({ ...before, load: changed }), 'load.kind', document.name);
  const change = (kind: (typeof kinds)[number]) => {
    const isBack = original.load.kind === kind;
    put(isBack ? original.load : kind === 'open' ? asOpen(load) : asClosed(load));
  };
  return (
    <section className="inspector-section">
      <h3 className="eyebrow">{s('group.load')}</h3>
      {load.kind === 'replay' ? (
        <p>{s('load.replay', { count: load.arrivals.length })}</p>
      ) : (
        <SelectField
          label={label}
          choices={kinds.map((value) => ({ value, label: s(`load.${value}`) }))}
          value={load.kind}
          explanation={{
            label: s('field.explain', { label }),
            text: <p>{s('load.kind.why')}</p>,
          }}
          reset={
            isSameWish(load.kind, original.load.kind) || original.load.kind === 'replay'
              ? null
              : {
                  label: t('controls.reset', { value: s(`load.${original.load.kind}`) }),
                  run: () => put(original.load),
                }
          }
          onChange={change}
        />
      )}
      {load.kind === 'open' && (
        <>
          <ArrivalRate />
          <PatternFields load={load} />
        </>
      )}
      {load.kind === 'closed' && <ClosedLoadFields load={load} />}
    </section>
  );
}

/** Of the run under way: no edit of the document, which keeps its own rate. */
function ArrivalRate() {
  const document = useWorkspace((state) => state.document);
  const wanted = useWorkspace((state) => state.interventions.arrivalRatePerSecond);
  const intervene = useWorkspace((state) => state.intervene);
  const original = originalArrivalRate(document);
  if (original === null) return null;
  return (
    <SettingField
      setting={loadSettings.rate}
      value={wanted ?? original}
      original={original}
      isLive
      onChange={(rate) =>
        intervene((before) => ({
          ...before,
          arrivalRatePerSecond: rate === original ? null : rate,
        }))
      }
    />
  );
}
