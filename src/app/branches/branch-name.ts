import type { ArchitectureDocument } from '../../architecture/document';
import type { TranslateBranches } from '../../i18n/branches-text';
import type { Branch } from '../../workspace/branches';
import type { Text } from '../../workspace/use-text';
import { stepText } from '../history/step-text';

/** As the user calls it, else by the step that left it. */
export function branchName(
  { name, leftBy }: Branch,
  document: ArchitectureDocument,
  text: Text,
  words: TranslateBranches,
): string {
  return name ?? words('branches.before', { step: stepText(leftBy, document, text) });
}
