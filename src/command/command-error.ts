/** What the user can put right: its lines go to stderr, and the exit code is 2. */
export class CommandError extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/** Ends a line with a suggestion, or with what there is. */
export function meant(suggestion: string | null, otherwise: string): string {
  return suggestion === null ? otherwise : `; did you mean ${suggestion}?`;
}
