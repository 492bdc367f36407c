/**
 * Attempts that reach a dependency that is down, per request: every level of
 * callers repeats every failure `retries` times, so they multiply.
 */
export function retryAttempts(levels: number, retries: number): number {
  let attempts = 1;
  for (let level = 0; level < levels; level++) attempts *= 1 + retries;
  return attempts;
}
