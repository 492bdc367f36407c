import type { Unit } from '../../architecture/document';
import type { SettingsKey } from '../../i18n/settings-text';
import { isSameWish } from '../../workspace/commands-between';
import { commonOf, type UnitTarget, unitIn, withUnits } from '../edits/unit-edits';
import { useDocumentEdit } from '../edits/use-document-edit';

export interface UnitValue<Value> {
  /** `null` where the units differ. */
  value: Value | null;
  /** In the original the units have another value; `null` where nothing differs. */
  back: { value: Value | null; run(): void } | null;
  refuse(value: Value): string | null;
  change(value: Value): void;
}

/** One value of one or several units of the document, and how to change it in all of them. */
export function useUnitValue<Value>(
  targets: readonly UnitTarget[],
  field: SettingsKey,
  get: (unit: Unit) => Value,
  put: (unit: Unit, value: Value) => Unit,
): UnitValue<Value> {
  const { original, problemWith, edit } = useDocumentEdit();
  const { name } = targets[0].unit;
  const pairs = targets.flatMap((target) => {
    const before = unitIn(original, target);
    return before === null ? [] : [{ target, before }];
  });
  const isChanged = pairs.some(({ target, before }) => !isSameWish(get(target.unit), get(before)));
  const changed = (value: Value) => (document: typeof original) =>
    withUnits(document, targets, (unit) => put(unit, value));
  return {
    value: commonOf(targets.map(({ unit }) => get(unit))),
    back: isChanged
      ? {
          value: commonOf(pairs.map(({ before }) => get(before))),
          run: () =>
            edit(
              (document) =>
                pairs.reduce(
                  (so, { target, before }) =>
                    withUnits(so, [target], (unit) => put(unit, get(before))),
                  document,
                ),
              field,
              name,
            ),
        }
      : null,
    refuse: (value) => problemWith(changed(value)),
    change: (value) => edit(changed(value), field, name),
  };
}
