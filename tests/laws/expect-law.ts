import { expect } from 'vitest';
import { checkLaw } from '../../src/simulation/laws/check-law';
import type { LawCase, LawOutcome } from '../../src/simulation/laws/law';

/** Fails with the whole table of the case, so that one sees how far off each figure is. */
export function expectLaw(lawCase: LawCase): void {
  const outcomes = checkLaw(lawCase);
  expect(outcomes.length).toBeGreaterThan(0);
  const broken = outcomes.filter(({ agrees, isSharp }) => !agrees || !isSharp);
  expect(broken.map(sentenceOf)).toEqual([]);
}

function sentenceOf(outcome: LawOutcome): string {
  const { law, parameters, figure, theory, simulated, halfWidth, tolerance } = outcome;
  const interval = `${simulated.toPrecision(6)} ± ${halfWidth.toPrecision(2)}`;
  return `${law} (${parameters}): ${figure} is ${interval}, theory ${theory.toPrecision(6)}, tolerance ${tolerance.toPrecision(2)}`;
}
