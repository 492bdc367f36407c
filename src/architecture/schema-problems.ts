import type * as v from 'valibot';
import { erlangShapeMax, notADistribution } from './distribution';
import { nearest } from './nearest';
import { pathInto } from './path';
import type { ExpectedType, Problem, ProblemCode, ProblemParameters } from './problem';
import { stepKinds, stepKindsIn } from './step';
import { timelineEventKinds } from './timeline';

/** Turns what valibot found into problems with codes; one problem for one place where several say the same. */
export function problemsOf(issues: readonly v.GenericIssue[]): Problem[] {
  const problems = new Map<string, Problem>();
  for (const issue of issues) {
    const problem = problemOf(issue);
    const key = `${problem.path} ${keyOf(problem)}`;
    if (!problems.has(key)) problems.set(key, problem);
  }
  return [...problems.values()];
}

/** An endless number is out of every bound too, and a wrong id may break several rules: one is told. */
function keyOf({ code, params }: Problem): string {
  if ('field' in params) return `${code} ${params.field}`;
  const isAboutNumber = ['not-finite', 'too-large', 'too-small', 'not-above', 'not-whole'];
  const isAboutText = ['invalid-id', 'reserved-name', 'empty-text', 'too-long'];
  if (isAboutNumber.includes(code)) return 'number';
  return isAboutText.includes(code) ? 'text' : code;
}

function problem<Code extends ProblemCode>(
  issue: v.GenericIssue,
  code: Code,
  params: ProblemParameters[Code],
): Problem {
  // A field that is missing or unknown has no place of its own: the object around it has.
  const isAboutKey = code === 'missing-field' || code === 'unknown-field';
  const path = pathOf(isAboutKey ? issue.path?.slice(0, -1) : issue.path);
  return { path, code, params } as Problem;
}

function problemOf(issue: v.GenericIssue): Problem {
  return ownProblemOf(issue) ?? typeProblemOf(issue) ?? boundProblemOf(issue);
}

/** Checks of this project: the message is the code. */
function ownProblemOf(issue: v.GenericIssue): Problem | null {
  const { input } = issue;
  switch (issue.message) {
    case 'unknown-field': {
      const known = issue.expected?.split(' ') ?? [];
      const field = String(input);
      return problem(issue, 'unknown-field', { field, suggestion: nearest(field, known), known });
    }
    case 'empty-list':
    case 'empty-text':
    case 'shape-or-cv':
    case 'moments-or-branches':
    case 'ends-or-moments':
    case 'quantiles-order':
    case 'quantiles-ends':
      return problem(issue, issue.message, {});
    case 'not-an-object':
      return problem(issue, 'wrong-type', { expected: 'object', received: brief(input) });
    case 'invalid-id':
      return problem(issue, 'invalid-id', {
        value: String(input),
        suggestion: suggestedId(String(input)),
      });
    case 'reserved-name':
    case 'invalid-reference':
      return problem(issue, issue.message, { value: String(input) });
    case 'not-a-pair':
      return problem(issue, 'not-a-pair', { count: Number(issue.received) });
    case 'erlang-cv':
      return problem(issue, 'erlang-cv', nearestErlang(Number(issue.received)));
    case 'ends-order':
      return problem(issue, 'ends-order', {
        min: Number(issue.expected),
        max: Number(issue.received),
      });
    case 'probabilities-sum':
      return problem(issue, 'probabilities-sum', { sum: Number(issue.received) });
    case 'step-kind':
      return typeof input === 'object' && input !== null && !Array.isArray(input)
        ? problem(issue, 'step-kind', { found: stepKindsIn(input), known: [...stepKinds] })
        : problem(issue, 'wrong-type', { expected: 'object', received: brief(input) });
    case 'event-kind':
      return typeof input === 'object' && input !== null && !Array.isArray(input)
        ? problem(issue, 'event-kind', { known: [...timelineEventKinds] })
        : problem(issue, 'wrong-type', { expected: 'object', received: brief(input) });
    default:
      return null;
  }
}

const expectedTypes: Record<string, ExpectedType> = {
  object: 'object',
  record: 'object',
  array: 'list',
  string: 'text',
  number: 'number',
  boolean: 'boolean',
};

/** A value of the wrong type, a field that is not there, a choice that does not exist. */
function typeProblemOf(issue: v.GenericIssue): Problem | null {
  const { input, type } = issue;
  const last = issue.path?.at(-1);
  if (type === 'object' && last?.origin === 'key') {
    return problem(issue, 'missing-field', { field: String(last.key), choices: [] });
  }
  if (type === 'variant' && issue.expected === 'Object') {
    const expected = issue.message === notADistribution ? 'distribution' : 'object';
    return problem(issue, 'wrong-type', { expected, received: brief(input) });
  }
  if (type === 'variant' || type === 'picklist' || type === 'literal') {
    const choices = choicesIn(issue.expected);
    if (input === undefined) {
      return problem(issue, 'missing-field', { field: String(last?.key), choices });
    }
    const suggestion = typeof input === 'string' ? nearest(input, choices) : null;
    return problem(issue, 'unknown-choice', { received: brief(input), choices, suggestion });
  }
  const expected = expectedTypes[type];
  if (issue.kind !== 'schema' || expected === undefined) return null;
  if (expected === 'number' && Number.isNaN(input)) {
    return problem(issue, 'not-finite', { value: 'NaN' });
  }
  return problem(issue, 'wrong-type', { expected, received: brief(input) });
}

/** A number or a length out of its bounds. */
function boundProblemOf(issue: v.GenericIssue): Problem {
  const { requirement, type } = issue;
  const value = Number(issue.input);
  const bound = Number(requirement);
  const length = Array.isArray(issue.input) ? issue.input.length : String(issue.input).length;
  switch (type) {
    case 'finite':
      return problem(issue, 'not-finite', { value: String(issue.input) });
    case 'integer':
      return problem(issue, 'not-whole', { value });
    case 'min_value':
      return problem(issue, 'too-small', { value, min: bound });
    case 'gt_value':
      return problem(issue, 'not-above', { value, bound });
    case 'max_value':
      return problem(issue, 'too-large', { value, max: bound });
    case 'min_length':
      return problem(issue, 'too-few', { count: length, min: bound });
    case 'max_length':
      return Array.isArray(issue.input)
        ? problem(issue, 'too-many', { count: length, max: bound })
        : problem(issue, 'too-long', { length, max: bound });
    default:
      throw new Error(`The schema checks ${type}, which no problem code tells.`);
  }
}

function pathOf(items: readonly v.IssuePathItem[] = []): string {
  return items.reduce(
    (path, { key }) => pathInto(path, typeof key === 'number' ? key : String(key)),
    '',
  );
}

/** `("open" | "closed")` → open, closed. */
function choicesIn(expected: string | null): string[] {
  return (expected ?? '')
    .replace(/^\(|\)$/g, '')
    .split(' | ')
    .map((choice) => choice.replace(/^"|"$/g, ''));
}

/** A value as short JSON; lists and objects only as such. */
export function brief(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  if (typeof value !== 'string') return String(value);
  const json = JSON.stringify(value);
  return json.length > 42 ? `${json.slice(0, 40)}…"` : json;
}

/** The same name in permitted letters, null where nothing is left of it. */
function suggestedId(value: string): string | null {
  const plain = value
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, 64);
  return plain === '' || plain === value ? null : plain;
}

function nearestErlang(cv: number): ProblemParameters['erlang-cv'] {
  const nearestShape = Math.min(erlangShapeMax, Math.max(1, Math.round(1 / (cv * cv))));
  return { cv, nearestShape, nearestCv: Number((1 / Math.sqrt(nearestShape)).toPrecision(4)) };
}
