/** Random numbers of a task: keyed by its request, the attempt, and a position of the journey. */
import type { EngineState } from './engine-state';
import { uniform } from './random';
import { saltsPerAttempt } from './task-state';

/** Leaves a sample of a distribution, ms, in `drawn`. `draw` tells draws at the same position apart; see Draw. */
export function drawFor(
  s: EngineState,
  task: number,
  distribution: number,
  position: number,
  draw: number,
): void {
  s.distributions.draw(
    distribution,
    s.journeyKeys[s.journey[task]],
    s.number[task],
    position,
    s.attempt[task] * saltsPerAttempt + draw,
  );
}

/** Uniform in (0, 1). */
export function uniformFor(s: EngineState, task: number, position: number, draw: number): number {
  return uniform(
    s.journeyKeys[s.journey[task]],
    s.number[task],
    position,
    s.attempt[task] * saltsPerAttempt + draw,
  );
}
