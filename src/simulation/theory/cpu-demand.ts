/**
 * The utilisation law, U = X · S, read off a document: what every unit has to
 * compute when each customer is served once and in full (no failures, no
 * repetitions), and so the share of its cores that this keeps busy.
 */
import type { ArchitectureDocument, Deployment, Step } from '../../architecture/document';
import { momentsOf } from '../engine/distribution-moments';

/** Expected share of each own unit's cores in use, by unit id, at `arrivalRatePerSecond`. */
export function expectedUtilization(
  document: ArchitectureDocument,
  deployment: Deployment,
  arrivalRatePerSecond: number,
): Map<string, number> {
  const walk = new DemandWalk(document, deployment);
  for (const { entry, share } of document.journeys) walk.operation(entry, share);
  const utilization = new Map<string, number>();
  for (const unit of deployment.units) {
    if (unit.external) continue;
    const cpuMsPerSecond = arrivalRatePerSecond * (walk.demandMs.get(unit.id) ?? 0);
    const capacity = unit.replicas * unit.cores * unit.speed;
    utilization.set(unit.id, cpuMsPerSecond / 1000 / capacity);
  }
  return utilization;
}

class DemandWalk {
  /** CPU time per arrival of any journey, by unit. */
  readonly demandMs = new Map<string, number>();
  private readonly unitOf = new Map<string, string>();
  private readonly stepsOf = new Map<string, readonly Step[]>();
  private readonly serializationMs: number;

  constructor(document: ArchitectureDocument, deployment: Deployment) {
    this.serializationMs = momentsOf(deployment.network.serializationCpuMs).mean;
    for (const { id, modules } of deployment.units) {
      for (const module of modules) this.unitOf.set(module, id);
    }
    for (const { id, operations } of document.modules) {
      for (const [name, steps] of Object.entries(operations)) {
        this.stepsOf.set(`${id}.${name}`, steps);
      }
    }
  }

  /** Adds an operation that is done `times` times per arrival. */
  operation(reference: string, times: number): void {
    const unit = this.unitOfOperation(reference);
    for (const step of this.stepsOf.get(reference) ?? []) this.step(step, unit, times);
  }

  private step(step: Step, unit: string, times: number): void {
    if ('work' in step) {
      this.add(unit, times * momentsOf(step.work.cpuMs).mean);
    } else if ('parallel' in step) {
      for (const branch of step.parallel) {
        for (const inner of branch) this.step(inner, unit, times);
      }
    } else if ('call' in step) {
      const calls = times * step.probability;
      if (this.unitOfOperation(step.call) !== unit) {
        this.add(unit, calls * this.serializationMs);
        this.add(this.unitOfOperation(step.call), calls * this.serializationMs);
      }
      this.operation(step.call, calls);
    } else if ('deliver' in step) {
      // The log pushes without effort; the consumer reads what it is sent.
      const consumer = this.unitOfOperation(step.deliver);
      if (consumer !== unit) this.add(consumer, times * this.serializationMs);
      this.operation(step.deliver, times);
    }
  }

  private unitOfOperation(reference: string): string {
    return this.unitOf.get(reference.split('.')[0]) ?? '';
  }

  private add(unit: string, cpuMs: number): void {
    this.demandMs.set(unit, (this.demandMs.get(unit) ?? 0) + cpuMs);
  }
}
