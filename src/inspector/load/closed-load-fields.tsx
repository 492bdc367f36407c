import { meanOf } from '../../architecture/distribution-mean';
import { useDocumentEdit } from '../edits/use-document-edit';
import { loadSettings } from '../fields/load-settings';
import type { NumberSetting } from '../fields/number-setting';
import { SettingField } from '../fields/setting-field';
import type { ClosedLoad } from './load-kinds';

/** How many customers there are, and how long they think. */
export function ClosedLoadFields({ load }: { load: ClosedLoad }) {
  const { document, original, problemWith, edit } = useDocumentEdit();
  const before = original.load.kind === 'closed' ? original.load : null;
  const fieldProps = (setting: NumberSetting, changed: (value: number) => ClosedLoad) => {
    const change = (value: number) => (document: typeof original) => ({
      ...document,
      load: changed(value),
    });
    return {
      setting,
      refuse: (value: number) => problemWith(change(value)),
      onChange: (value: number) => edit(change(value), setting.key, document.name),
    };
  };
  return (
    <>
      <SettingField
        {...fieldProps(loadSettings.customers, (customers) => ({ ...load, customers }))}
        value={load.customers}
        original={before?.customers}
      />
      <SettingField
        {...fieldProps(loadSettings.think, (mean) => ({
          ...load,
          thinkMs: mean > 0 ? { kind: 'exponential', mean } : { kind: 'constant', value: 0 },
        }))}
        value={meanOf(load.thinkMs)}
        original={before === null ? null : meanOf(before.thinkMs)}
      />
    </>
  );
}
