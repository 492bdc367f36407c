import { faultLabel } from '../workspace/fault-label';
import type { AnalysisSubject } from './analysis-subject';
import type { FailureRow } from './failure-map';
import type { AnalysisText } from './use-analysis-text';

/** `Payment down`, `Payment ×50`: in words that suit a name of any gender and number. */
export function failureLabel(
  { moduleId, fault }: FailureRow,
  { opened }: AnalysisSubject,
  text: AnalysisText,
): string {
  const module = opened.modules.find(({ id }) => id === moduleId);
  return fault.kind === 'crash' && module !== undefined
    ? text.a('failures.crash', { module: text.nameOf(module.name) })
    : faultLabel({ target: { kind: 'module', id: moduleId }, fault }, opened, text);
}
