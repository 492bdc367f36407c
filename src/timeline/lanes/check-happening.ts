import { checkDocument } from '../../architecture/check-document';
import type { ArchitectureDocument } from '../../architecture/document';
import type { LoadPatternPoint } from '../../architecture/load-pattern';
import type { Problem } from '../../architecture/problem';
import type { Happening } from './happening';

/** What the document's own rules say against it; empty where it is right. Paths are those within the event. */
export function problemsWith(happening: Happening, document: ArchitectureDocument): Problem[] {
  if ('pattern' in happening) return problemsWithPattern(happening.pattern, document);
  const event = asEvent(happening);
  const checked = checkDocument({ ...document, timeline: [event] });
  if (checked.ok) return [];
  return checked.problems
    .filter(({ path }) => path.startsWith('timeline'))
    .map((problem) => ({ ...problem, path: problem.path.replace(/^timeline\[\d+\]\.?/, '') }));
}

/** A document has a pattern with its load; of a point, the names of its figures are the path. */
function problemsWithPattern(
  pattern: readonly LoadPatternPoint[],
  document: ArchitectureDocument,
): Problem[] {
  const { load } = document;
  if (load.kind !== 'open') return [];
  const checked = checkDocument({ ...document, load: { ...load, pattern: [...pattern] } });
  if (checked.ok) return [];
  const found = checked.problems
    .filter(({ path }) => path.startsWith('load.pattern'))
    .map((problem) => ({ ...problem, path: problem.path.replace(/^load\.pattern\[\d+\]\.?/, '') }));
  // All points come from the same few figures: each is told once.
  return found.filter(
    ({ path }, index) => found.findIndex((other) => other.path === path) === index,
  );
}

/** A number of slots is scaled together with replicas in a document. */
function asEvent(happening: Happening): object {
  return 'scale' in happening && !('replicas' in happening)
    ? { ...happening, replicas: 1 }
    : happening;
}
