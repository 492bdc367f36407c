import { checkDocument } from '../../architecture/check-document';
import type { ArchitectureDocument } from '../../architecture/document';
import type { Problem } from '../../architecture/problem';
import { canEnd, endOf, type Happening } from './happening';

/** What the document's own rules say against it; empty where it is right. Paths are those within the event. */
export function problemsWith(happening: Happening, document: ArchitectureDocument): Problem[] {
  const event = asEvent(happening);
  if (event === null) return [];
  const checked = checkDocument({ ...document, timeline: [event] });
  if (checked.ok) return [];
  return checked.problems
    .filter(({ path }) => path.startsWith('timeline'))
    .map((problem) => ({ ...problem, path: problem.path.replace(/^timeline\[\d+\]\.?/, '') }));
}

/** A number of slots is scaled together with replicas in a document; a pattern is not typed. */
function asEvent(happening: Happening): object | null {
  if ('pattern' in happening) return null;
  if ('scale' in happening && !('replicas' in happening)) return { ...happening, replicas: 1 };
  const untilMs = canEnd(happening) ? endOf(happening) : null;
  return untilMs === null || Number.isFinite(untilMs) ? happening : { ...happening, untilMs: null };
}
