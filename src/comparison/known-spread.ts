/** The last spread that was worked out: the same runs come out the same, and need not be run again. */
import { isSameRun } from '../workspace/analysis';
import type { Spread } from './run-spread';
import type { SpreadQuestion } from './spread-jobs';

let last: { question: SpreadQuestion; spread: Spread } | null = null;

export function rememberSpread(question: SpreadQuestion, spread: Spread): void {
  last = { question, spread };
}

/** `null` where it was about something else. */
export function knownSpread(question: SpreadQuestion): Spread | null {
  return last !== null && isSameQuestion(last.question, question) ? last.spread : null;
}

export function isSameQuestion(one: SpreadQuestion, other: SpreadQuestion): boolean {
  const idsOf = ({ subject }: SpreadQuestion) => subject.deployments.map(({ id }) => id).join();
  return (
    one.seedCount === other.seedCount &&
    one.seconds === other.seconds &&
    idsOf(one) === idsOf(other) &&
    isSameRun(one.subject, other.subject)
  );
}
