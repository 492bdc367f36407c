import type { Outline, OutlineOperation } from '../outline';

/**
 * Walks operations from callees to callers, without recursion, since a chain
 * of calls may be as long as the document. Finds the circles on the way and
 * says how many steps each operation comes to with all that it calls.
 */
export interface CallGraph {
  /** Each as the operations on it, `a.x`, `b.y`, back to `a.x`, with the path of the call that closes it. */
  circles: { path: string; operations: string[] }[];
  /** Steps of an operation with everything it calls; calls on a circle count once. */
  stepsOf(reference: string): number;
  /** Calls below one another, 1 for an operation that calls nothing. */
  depthOf(reference: string): number;
}

interface Visit {
  reference: string;
  operation: OutlineOperation;
  nextCall: number;
  steps: number;
  depth: number;
}

export function callGraphOf(outline: Outline): CallGraph {
  const operations = operationsByReference(outline);
  const circles: CallGraph['circles'] = [];
  const done = new Map<string, { steps: number; depth: number }>();
  const active = new Set<string>();

  for (const [root, rootOperation] of operations) {
    if (done.has(root)) continue;
    const stack: Visit[] = [visitOf(root, rootOperation)];
    active.add(root);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const call = top.operation.calls[top.nextCall];
      if (!call) {
        stack.pop();
        active.delete(top.reference);
        done.set(top.reference, { steps: top.steps, depth: top.depth });
        const caller = stack.at(-1);
        if (caller) addCallee(caller, top);
        continue;
      }
      top.nextCall += 1;
      const callee = operations.get(call.reference);
      const known = done.get(call.reference);
      if (known) addCallee(top, known);
      else if (active.has(call.reference)) {
        const onStack = stack.map(({ reference }) => reference);
        const circle = onStack.slice(onStack.indexOf(call.reference));
        circles.push({ path: call.path, operations: [...circle, call.reference] });
      } else if (callee) {
        stack.push(visitOf(call.reference, callee));
        active.add(call.reference);
      }
    }
  }

  return {
    circles,
    stepsOf: (reference) => done.get(reference)?.steps ?? 0,
    depthOf: (reference) => done.get(reference)?.depth ?? 0,
  };
}

function visitOf(reference: string, operation: OutlineOperation): Visit {
  return { reference, operation, nextCall: 0, steps: operation.stepCount, depth: 1 };
}

function addCallee(caller: Visit, callee: { steps: number; depth: number }): void {
  caller.steps += callee.steps;
  caller.depth = Math.max(caller.depth, callee.depth + 1);
}

/** Every operation by its reference `module.operation`; of two with the same, the first. */
export function operationsByReference(outline: Outline): Map<string, OutlineOperation> {
  const operations = new Map<string, OutlineOperation>();
  for (const module of outline.modules) {
    for (const [name, operation] of module.operations ?? []) {
      const reference = `${module.id}.${name}`;
      if (!operations.has(reference)) operations.set(reference, operation);
    }
  }
  return operations;
}
