/**
 * What is wrong with a document: the place, a stable code and what is needed
 * to say it in either language (`describeProblem`).
 */

import type { Foreign } from './foreign-text';
import type { SyntaxCause } from './syntax-cause';

/** What a value should have been. */
export type ExpectedType = 'object' | 'list' | 'text' | 'number' | 'boolean' | 'distribution';

/** What kind of thing carries an id. */
export type IdOwner = 'module' | 'journey' | 'deployment' | 'unit';

/** Each code with its parameters. A suggestion is null where nothing comes close. */
export interface ProblemParameters {
  /** The text is neither JSON nor YAML. */
  syntax: {
    format: 'JSON' | 'YAML';
    cause: SyntaxCause;
    line: number | null;
    column: number | null;
  };
  /** There is nothing, or white space alone. */
  'empty-document': Record<never, never>;
  /** Something that nobody meant as a document. */
  'no-document': Foreign;
  /** Bytes that are no text in UTF-8 where the first of them stands. */
  'not-utf8': { line: number; column: number };
  'too-heavy': { mebibytes: number; max: number };
  'too-deep': { max: number };

  'wrong-type': { expected: ExpectedType; received: string };
  'missing-field': { field: string; choices: string[] };
  'unknown-field': { field: string; suggestion: string | null; known: string[] };
  'unknown-choice': { received: string; choices: string[]; suggestion: string | null };
  'too-small': { value: number; min: number };
  'not-above': { value: number; bound: number };
  'too-large': { value: number; max: number };
  'not-whole': { value: number };
  'not-finite': { value: string };
  'too-many': { count: number; max: number };
  'too-few': { count: number; min: number };
  'too-long': { length: number; max: number };
  'empty-list': Record<never, never>;
  'empty-text': Record<never, never>;
  'invalid-id': { value: string; suggestion: string | null };
  'reserved-name': { value: string };
  'invalid-reference': { value: string };
  'not-a-pair': { count: number };

  'shape-or-cv': Record<never, never>;
  'erlang-cv': { cv: number; nearestCv: number; nearestShape: number };
  'moments-or-branches': Record<never, never>;
  'ends-or-moments': Record<never, never>;
  'ends-order': { min: number; max: number };
  'probabilities-sum': { sum: number };
  'quantiles-order': Record<never, never>;
  'quantiles-ends': Record<never, never>;

  'step-kind': { found: string[]; known: string[] };
  'event-kind': { known: string[] };
  'event-target': { found: string[] };
  'until-before': { field: string; untilMs: number; atMs: number };
  'pattern-order': { atMs: number; busyUntilMs: number };
  'given-twice': { field: string };

  'duplicate-id': { owner: IdOwner; id: string; firstPath: string };
  'unknown-module': { id: string; suggestion: string | null };
  'unknown-unit': { id: string; suggestion: string | null; known: string[] };
  'unknown-journey': { id: string; suggestion: string | null; known: string[] };
  'unknown-operation': { reference: string; suggestion: string | null; known: string[] };
  'unknown-replica': { unitId: string; number: number; replicas: number };

  'module-missing': { moduleId: string; deploymentId: string };
  'module-twice': { moduleId: string; deploymentId: string; firstPath: string };
  'own-module-in-external-unit': { moduleId: string; unitId: string };
  'external-module-in-own-unit': { moduleId: string; unitId: string };
  'too-many-slots': { deploymentId: string; slots: number; max: number };

  'call-circle': { circle: string[] };
  'async-not-to-broker': { reference: string; moduleId: string };
  'deliver-outside-broker': { moduleId: string };
  'expansion-too-large': { steps: number; max: number };
  'calls-too-deep': { depth: number; max: number };

  'shares-sum': { sum: number };
  'rate-without-open-load': { loadKind: string };
  'policy-twice': { caller: string; callee: string; firstPath: string };
  'no-such-call': { caller: string; callee: string; callees: string[] };
}

export type ProblemCode = keyof ProblemParameters;

export type ProblemOf<Code extends ProblemCode> = {
  /** Where, as `deployments[1].units[3].modules[0]`; empty for the whole document. */
  path: string;
  code: Code;
  params: ProblemParameters[Code];
};

export type Problem = { [Code in ProblemCode]: ProblemOf<Code> }[ProblemCode];

/** Notes a problem; a rule is given one of these and goes on. */
export type Report = <Code extends ProblemCode>(
  path: string,
  code: Code,
  params: ProblemParameters[Code],
) => void;
