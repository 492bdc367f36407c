import * as v from 'valibot';
import {
  type ArchitectureDocument,
  type ArchitectureDocumentInput,
  documentSchema,
} from './document';
import { outlineOf } from './outline';
import type { Problem, Report } from './problem';
import { callGraphOf } from './rules/call-graph';
import { checkDeployments } from './rules/deployment-rules';
import { checkJourneys, checkLoad } from './rules/journey-rules';
import { checkModules } from './rules/module-rules';
import { referencesIn } from './rules/references';
import { checkTimeline } from './rules/timeline-rules';
import { problemsOf } from './schema-problems';

export type CheckedDocument =
  | { ok: true; document: ArchitectureDocument }
  | { ok: false; problems: Problem[] };

/** The deepest nesting that a document may have; a deeper one would exhaust the stack. */
const nestingMax = 64;

/**
 * Checks a value that claims to be a document and fills in its defaults.
 * Reports every problem at once: those of single fields first, then those of
 * what the fields say about one another, as far as these can be read. Never
 * throws. A checked document passes unchanged.
 */
export function checkDocument(value: unknown): CheckedDocument {
  if (isDeeperThan(value, nestingMax)) {
    return { ok: false, problems: [{ path: '', code: 'too-deep', params: { max: nestingMax } }] };
  }
  const parsed = v.safeParse(documentSchema, value);
  const problems = problemsOf(parsed.issues ?? []);
  const report = ((path, code, params) => {
    problems.push({ path, code, params } as Problem);
  }) satisfies Report;
  checkRules(value, report);
  return parsed.success && problems.length === 0
    ? { ok: true, document: parsed.output }
    : { ok: false, problems };
}

function checkRules(value: unknown, report: Report): void {
  const outline = outlineOf(value);
  const references = referencesIn(outline, report);
  const graph = callGraphOf(outline);
  checkModules(outline, references, graph, report);
  checkJourneys(outline, references, graph, report);
  checkLoad(outline, report);
  checkDeployments(outline, references, report);
  checkTimeline(outline, references, report);
}

function isDeeperThan(value: unknown, depthMax: number): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth >= depthMax) return true;
    for (const child of Object.values(next.value)) {
      if (typeof child === 'object') open.push({ value: child, depth: next.depth + 1 });
    }
  }
  return false;
}

/** The checked form of a document of our own; throws, naming every problem, where it is not one. */
export function documentFrom(input: ArchitectureDocumentInput): ArchitectureDocument {
  const checked = checkDocument(input);
  if (checked.ok) return checked.document;
  const problems = checked.problems.map(({ path, code, params }) => {
    return `${path}: ${code} ${JSON.stringify(params)}`;
  });
  throw new Error(`The document ${input.id} is wrong:\n${problems.join('\n')}`);
}
