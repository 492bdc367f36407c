import type { FaultKind } from '../simulation/command';
import { useText } from '../workspace/use-text';

/** Those that have a button. */
export type OfferedKind = Extract<FaultKind, 'crash' | 'slow' | 'errors'>;

export interface FaultToggleProps {
  kind: OfferedKind;
  isOn: boolean;
  onToggle(): void;
}

export function FaultToggle({ kind, isOn, onToggle }: FaultToggleProps) {
  const { t } = useText();
  return (
    <button
      type="button"
      className={`fault-toggle fault-toggle-${kind}`}
      aria-pressed={isOn}
      onClick={onToggle}
    >
      {t(`inspector.fault.${kind}`)}
    </button>
  );
}
