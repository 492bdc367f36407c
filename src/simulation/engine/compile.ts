import type { Cut } from '../../architecture/cut';
import type { JourneyPlan, PlanOperation, PlanStep } from '../traffic/journey-plan';
import type { DistributionTable } from './distribution';
import { Op, type Program } from './program';

interface PendingEntry {
  entry: number;
  operation: PlanOperation;
  isRemote: boolean;
}

/** Compiles the journeys' plans for one cut. Adds the distributions it needs to `distributions`. */
export function compileProgram(
  plans: readonly JourneyPlan[],
  cut: Cut,
  moduleIndexOf: (moduleId: string) => number,
  distributions: DistributionTable,
): Program {
  return new Compiler(cut, moduleIndexOf, distributions).compile(plans);
}

class Compiler {
  private readonly op: number[] = [];
  private readonly a: number[] = [];
  private readonly b: number[] = [];
  private readonly position: number[] = [];
  private readonly module: number[] = [];
  private readonly operationEnd: number[] = [];
  private readonly operationId: string[] = [];
  private readonly chances: number[] = [];
  private readonly branches: number[] = [];
  private readonly entryPc: number[] = [];
  private readonly entryEdge: number[] = [];
  private readonly entryUnit: number[] = [];
  private readonly entryPosition: number[] = [];
  private readonly entryIsRemote: number[] = [];
  private readonly pending: PendingEntry[] = [];
  private readonly edgeOf = new Map<string, number>();

  constructor(
    private readonly cut: Cut,
    private readonly moduleIndexOf: (moduleId: string) => number,
    private readonly distributions: DistributionTable,
  ) {
    for (const edge of cut.edges)
      this.edgeOf.set(edgeKey(edge.callerId, edge.calleeId), edge.index);
  }

  compile(plans: readonly JourneyPlan[]): Program {
    for (const plan of plans) this.requestEntry(null, plan.entry, plan.entry.position, false);
    for (let next = this.pending.shift(); next; next = this.pending.shift()) this.block(next);
    return {
      unitCount: this.cut.units.length,
      edgeCount: this.cut.edges.length,
      journeyCount: plans.length,
      hasCalls: this.op.some((op) => op === Op.call || op === Op.fork || op === Op.deliver),
      op: Uint8Array.from(this.op),
      a: Int32Array.from(this.a),
      b: Int32Array.from(this.b),
      position: Int32Array.from(this.position),
      module: Int32Array.from(this.module),
      operationEnd: Int32Array.from(this.operationEnd),
      operationId: this.operationId,
      chances: Float64Array.from(this.chances),
      branches: Int32Array.from(this.branches),
      entryPc: Int32Array.from(this.entryPc),
      entryEdge: Int32Array.from(this.entryEdge),
      entryUnit: Int32Array.from(this.entryUnit),
      entryPosition: Int32Array.from(this.entryPosition),
      entryIsRemote: Uint8Array.from(this.entryIsRemote),
    };
  }

  private requestEntry(
    callerId: string | null,
    operation: PlanOperation,
    position: number,
    isRemote: boolean,
  ): number {
    const entry = this.entryPc.length;
    this.entryPc.push(-1);
    this.entryEdge.push(this.edge(callerId, operation.moduleId));
    this.entryUnit.push(this.cut.unitIndexOf(operation.moduleId));
    this.entryPosition.push(position);
    this.entryIsRemote.push(isRemote ? 1 : 0);
    this.pending.push({ entry, operation, isRemote });
    return entry;
  }

  private block({ entry, operation, isRemote }: PendingEntry): void {
    this.entryPc[entry] = this.op.length;
    if (isRemote) this.emit(Op.serialize, 0, 0, operation.position, operation.moduleId);
    this.operation(operation, -1);
    this.emit(Op.return, 0, 0, operation.position, operation.moduleId);
  }

  private operation(operation: PlanOperation, localEdge: number): void {
    const enter = this.emit(Op.enter, localEdge, 0, operation.position, operation.moduleId);
    for (const step of operation.steps) this.step(step, operation.moduleId);
    this.operationEnd[enter] = this.op.length;
    this.operationId[enter] = operation.operationId;
  }

  private step(step: PlanStep, moduleId: string): void {
    switch (step.kind) {
      case 'work':
        this.emit(Op.work, this.distributions.add(step.demandMs), 0, step.position, moduleId);
        break;
      case 'wait':
        this.emit(Op.wait, this.distributions.add(step.durationMs), 0, step.position, moduleId);
        break;
      case 'call':
        this.call(step, moduleId);
        break;
      case 'deliver': {
        const isRemote = this.isCrossing(moduleId, step.operation.moduleId);
        const entry = this.requestEntry(moduleId, step.operation, step.position, isRemote);
        this.emit(Op.deliver, entry, 0, step.position, moduleId);
        break;
      }
      case 'parallel':
        this.parallel(step, moduleId);
        break;
    }
  }

  private call(step: PlanStep & { kind: 'call' }, moduleId: string): void {
    const { operation, position } = step;
    let chance = -1;
    if (step.probability < 1) {
      this.chances.push(step.probability);
      chance = this.emit(Op.chance, this.chances.length - 1, 0, position, moduleId);
    }
    if (this.isCrossing(moduleId, operation.moduleId)) {
      const entry = this.requestEntry(moduleId, operation, position, true);
      for (const op of [Op.call, Op.guard, Op.serialize, Op.send]) {
        this.emit(op, entry, 0, position, moduleId);
      }
    } else {
      this.operation(operation, this.edge(moduleId, operation.moduleId));
    }
    if (chance >= 0) this.b[chance] = this.op.length;
  }

  private parallel(step: PlanStep & { kind: 'parallel' }, moduleId: string): void {
    const first = this.branches.length;
    for (let i = 0; i < step.branches.length; i++) this.branches.push(-1);
    // The branches stand behind the fork; whoever forks goes on behind them.
    this.emit(Op.fork, first, step.branches.length, step.position, moduleId);
    const jump = this.emit(Op.chance, this.never(), 0, step.position, moduleId);
    step.branches.forEach((branch, index) => {
      this.branches[first + index] = this.op.length;
      for (const inner of branch) this.step(inner, moduleId);
      this.emit(Op.branchEnd, 0, 0, step.position, moduleId);
    });
    this.b[jump] = this.op.length;
  }

  /** A chance that never happens: a plain jump. */
  private never(): number {
    let index = this.chances.indexOf(0);
    if (index < 0) index = this.chances.push(0) - 1;
    return index;
  }

  private isCrossing(callerId: string, calleeId: string): boolean {
    return this.cut.unitIndexOf(callerId) !== this.cut.unitIndexOf(calleeId);
  }

  private edge(callerId: string | null, calleeId: string): number {
    const index = this.edgeOf.get(edgeKey(callerId, calleeId));
    if (index === undefined) throw new Error(`The cut has no edge ${callerId} -> ${calleeId}.`);
    return index;
  }

  private emit(op: number, a: number, b: number, position: number, moduleId: string): number {
    this.op.push(op);
    this.a.push(a);
    this.b.push(b);
    this.position.push(position);
    this.module.push(this.moduleIndexOf(moduleId));
    this.operationEnd.push(0);
    this.operationId.push('');
    return this.op.length - 1;
  }
}

function edgeKey(callerId: string | null, calleeId: string): string {
  return `${callerId ?? ''}>${calleeId}`;
}
