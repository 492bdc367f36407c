import type { ArchitectureDocument } from '../../architecture/document';
import { type Subject, subjectOf } from '../../workspace/subject';
import type { Selection } from '../../workspace/workspace';

/** The units of one's own that are selected, or hold what is, each once. Third parties have nothing to set. */
export function selectedUnits(
  document: ArchitectureDocument,
  selections: readonly Selection[],
): Subject[] {
  const subjects = selections.flatMap((selection) => subjectOf(document, selection) ?? []);
  const own = subjects.filter(({ unit }) => !unit.external);
  return own.filter(
    ({ deployment, unit }, index) =>
      own.findIndex((other) => other.deployment === deployment && other.unit === unit) === index,
  );
}
