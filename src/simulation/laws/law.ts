/**
 * A law of queueing theory as a check of the engine, kept as data: what is
 * simulated (a document such as users write), for how long, what theory says,
 * and how far apart the two may be.
 */
import type { ArchitectureDocumentInput } from '../../architecture/document';
import type { RunResult } from '../run-result';

export type Result = Omit<RunResult, 'wallMs'>;

export interface LawCase {
  /** Name of the law, as the field has it. */
  law: string;
  /** The numbers that were chosen. */
  parameters: string;
  document: ArchitectureDocumentInput;
  /** Default the document's first. */
  deploymentId?: string;
  /** Independent replications, seeds 1, 2, 3, …; seconds are simulated, the warm-up included. */
  plan: LawPlan;
  figures: LawFigure[];
  /** Inputs whose true means are known, against which the figures are corrected; see controlled-mean. */
  controls: Control[];
}

export interface LawPlan {
  replications: number;
  seconds: number;
  warmupSeconds: number;
  /** What happens in it has its time: it must not be cut short. */
  isWhole?: true;
}

export interface LawFigure {
  name: string;
  theory: number;
  tolerance: Tolerance;
  of: (result: Result) => number;
}

/** How far the simulated figure may be from theory: a share of it, or an amount. */
export type Tolerance = { share: number } | { amount: number };

export interface Control {
  theory: number;
  of: (result: Result) => number;
}

export interface LawOutcome {
  law: string;
  parameters: string;
  figure: string;
  theory: number;
  simulated: number;
  /** Of the 99 % confidence interval. */
  halfWidth: number;
  /** In the unit of the figure. */
  tolerance: number;
  /** The figure is within the tolerance of theory. */
  agrees: boolean;
  /** The interval is narrower than the tolerance, so that the check can tell. */
  isSharp: boolean;
}
