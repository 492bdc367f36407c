import type { ArchitectureDocument } from '../../architecture/document';
import { SelectField } from '../../design/select-field';
import { isSameWish } from '../../workspace/commands-between';
import {
  initialShapes,
  type LoadShape,
  patternOf,
  type ShapeKind,
  shapeOf,
} from '../../workspace/load-shapes';
import { useDocumentEdit } from '../edits/use-document-edit';
import { loadSettings } from '../fields/load-settings';
import type { NumberSetting } from '../fields/number-setting';
import { SettingField } from '../fields/setting-field';
import { useSettingsText } from '../fields/use-settings-text';
import { LoadCurve } from './load-curve';
import type { OpenLoad } from './load-kinds';

const kinds: readonly ShapeKind[] = ['steady', 'ramp', 'burst', 'daily'];

/** The figures of each shape, by their names in it. */
const shapeSettings: Readonly<Record<string, NumberSetting>> = {
  peak: loadSettings.peak,
  low: loadSettings.low,
  startMs: loadSettings.start,
  riseMs: loadSettings.rise,
  lengthMs: loadSettings.length,
  dayMs: loadSettings.day,
};

/** How the arrivals change over time: a shape, drawn, and its figures. */
export function PatternFields({ load }: { load: OpenLoad }) {
  const { s, t } = useSettingsText();
  const { document, original, problemWith, edit } = useDocumentEdit();
  const shape = shapeOf(load.pattern);
  const before = original.load.kind === 'open' ? original.load.pattern : null;
  const shapeBefore = before === null ? null : shapeOf(before);
  const changeTo = (pattern: OpenLoad['pattern']) => (so: ArchitectureDocument) =>
    so.load.kind === 'open' ? { ...so, load: { ...so.load, pattern } } : so;
  const put = (pattern: OpenLoad['pattern']) =>
    edit(changeTo(pattern), 'load.pattern', document.name);
  const label = s('load.pattern');
  const choices = [...kinds, ...(shape === null ? (['custom'] as const) : [])];
  return (
    <>
      <SelectField
        label={label}
        choices={choices.map((value) => ({ value, label: s(`load.${value}`) }))}
        value={shape?.kind ?? 'custom'}
        explanation={{
          label: s('field.explain', { label }),
          text: <p>{s('load.pattern.why')}</p>,
        }}
        reset={
          before === null || isSameWish(before, load.pattern)
            ? null
            : {
                label: t('controls.reset', { value: s(`load.${shapeBefore?.kind ?? 'custom'}`) }),
                run: () => put([...before]),
              }
        }
        onChange={(kind) => kind !== 'custom' && put(patternOf(initialShapes[kind]))}
      />
      <LoadCurve pattern={load.pattern} />
      {shape !== null &&
        figuresOf(shape).map(([name, value]) => (
          <SettingField
            key={`${shape.kind} ${name}`}
            setting={shapeSettings[name]}
            value={value}
            refuse={(wanted) => problemWith(changeTo(patternOf({ ...shape, [name]: wanted })))}
            onChange={(wanted) => put(patternOf({ ...shape, [name]: wanted }))}
          />
        ))}
    </>
  );
}

function figuresOf(shape: LoadShape): [name: string, value: number][] {
  return Object.entries(shape).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
}
