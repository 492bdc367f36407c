/**
 * A journey written out in full: its entry operation with every call expanded
 * in place, step by step. Each node gets a *position*, a number that depends on
 * the domain model alone and not on how a deployment cuts it. Random numbers
 * are keyed by that position, which is why a customer has the same luck in
 * every deployment.
 */
import type { ArchitectureDocument, Distribution, Step } from '../../architecture/document';

export type PlanStep =
  | { kind: 'work'; position: number; demandMs: Distribution }
  | { kind: 'wait'; position: number; durationMs: Distribution }
  | { kind: 'call'; position: number; probability: number; operation: PlanOperation }
  | { kind: 'deliver'; position: number; operation: PlanOperation }
  | { kind: 'parallel'; position: number; branches: PlanStep[][] };

export interface PlanOperation {
  moduleId: string;
  operationId: string;
  /** Where the dice for an injected error are thrown. */
  position: number;
  steps: PlanStep[];
}

export interface JourneyPlan {
  journeyId: string;
  entry: PlanOperation;
}

/** Expands every journey of a checked document. The document's own check bounds the size. */
export function planJourneys(document: ArchitectureDocument): JourneyPlan[] {
  const operations = new Map<string, Step[]>();
  for (const module of document.modules) {
    for (const [name, steps] of Object.entries(module.operations)) {
      operations.set(`${module.id}.${name}`, steps);
    }
  }
  return document.journeys.map((journey) => ({
    journeyId: journey.id,
    entry: new Expansion(operations).operation(journey.entry),
  }));
}

class Expansion {
  private nextPosition = 0;

  constructor(private readonly operations: Map<string, Step[]>) {}

  operation(reference: string): PlanOperation {
    const steps = this.operations.get(reference);
    if (!steps) throw new Error(`The checked document lacks the operation ${reference}.`);
    const position = this.nextPosition++;
    const dot = reference.indexOf('.');
    const moduleId = reference.slice(0, dot);
    const operationId = reference.slice(dot + 1);
    return { moduleId, operationId, position, steps: this.steps(steps) };
  }

  private steps(steps: readonly Step[]): PlanStep[] {
    return steps.map((step) => this.step(step));
  }

  private step(step: Step): PlanStep {
    const position = this.nextPosition++;
    if ('work' in step) return { kind: 'work', position, demandMs: step.work.cpuMs };
    if ('wait' in step) return { kind: 'wait', position, durationMs: step.wait.ms };
    if ('parallel' in step) {
      return { kind: 'parallel', position, branches: step.parallel.map((b) => this.steps(b)) };
    }
    if ('deliver' in step) {
      return { kind: 'deliver', position, operation: this.operation(step.deliver) };
    }
    const probability = step.probability ?? 1;
    return { kind: 'call', position, probability, operation: this.operation(step.call) };
  }
}
