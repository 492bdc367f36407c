import type { ProblemCode, ProblemParameters } from './problem';

/** For each code, what it says in one language: a sentence without the place and the full stop. */
export type ProblemTexts = {
  [Code in ProblemCode]: (params: ProblemParameters[Code]) => string;
};
