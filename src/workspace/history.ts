/** Undo and redo: what was made before each step and, after an undo, what was made by it. Pure data. */
import type { StepLabel } from './step';

/** What is to be done now, for the history to remember. */
export interface Step {
  readonly label: StepLabel;
  /** Steps of one gesture (a slider that is dragged) with the same key are one. Default: a step of its own. */
  readonly mergeKey?: string | undefined;
  /** What would have been without it is to be seen beside it, also where nobody has seen it yet. Default false. */
  readonly isCompared?: boolean | undefined;
}

export interface HistoryEntry<Made> extends Step {
  /** What an undo, or a redo, puts in place. */
  readonly made: Made;
}

export interface History<Made> {
  /** Oldest first; the last one is undone next. */
  readonly past: readonly HistoryEntry<Made>[];
  /** The last one is redone next. */
  readonly future: readonly HistoryEntry<Made>[];
}

/** Steps that are kept: more than anybody goes back by hand. */
export const stepLimit = 100;

/** With a step that leads away from `made`; `isSameGesture` lets it go on with the last one. */
export function withStep<Made>(
  history: History<Made>,
  made: Made,
  step: Step,
  isSameGesture: boolean,
): History<Made> {
  const last = history.past.at(-1);
  const goesOn = isSameGesture && step.mergeKey !== undefined && last?.mergeKey === step.mergeKey;
  const past = goesOn
    ? [...history.past.slice(0, -1), { ...step, made: last.made }]
    : [...history.past, { ...step, made }].slice(-stepLimit);
  return { past, future: [] };
}

/** One step back: what to put in place of `made`; `null` where there is nothing to undo. */
export function undone<Made>(
  { past, future }: History<Made>,
  made: Made,
): { history: History<Made>; made: Made } | null {
  const last = past.at(-1);
  if (last === undefined) return null;
  const history = { past: past.slice(0, -1), future: [...future, { ...last, made }] };
  return { history, made: last.made };
}

/** One step forward again; `null` where there is nothing to redo. */
export function redone<Made>(
  { past, future }: History<Made>,
  made: Made,
): { history: History<Made>; made: Made } | null {
  const backwards = undone({ past: future, future: past }, made);
  if (backwards === null) return null;
  const { past: remaining, future: done } = backwards.history;
  return { history: { past: done, future: remaining }, made: backwards.made };
}

/** Whether what led from one history to the other was a step of its own: no undo, no redo, no part of a gesture. */
export function isStepTaken<Made>(before: History<Made>, after: History<Made>): boolean {
  const last = after.past.at(-1);
  if (last === undefined || after.future.length > before.future.length) return false;
  const isGoingOn = last.made === before.past.at(-1)?.made;
  const isRedone = last.label === before.future.at(-1)?.label;
  return !isGoingOn && !isRedone;
}
