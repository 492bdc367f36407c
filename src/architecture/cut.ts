import type { ArchitectureDocument, Deployment, Step, Unit } from './document';

/**
 * A deployment as a graph: its units and the calls between modules, numbered
 * in a fixed order that the engine, the frames and the canvas share.
 */

/** The unit index of the customers, who stand outside every unit. */
export const customersUnitIndex = -1;

export interface CallEdge {
  /** Place in `Cut.edges`. */
  index: number;
  /** Module id of the caller; null for the customers. */
  callerId: string | null;
  /** Module id of the callee. */
  calleeId: string;
  callerUnitIndex: number;
  calleeUnitIndex: number;
  /** Whether the call goes from one unit to another; the customers' calls do. */
  isCrossing: boolean;
  /** Whether any call of this pair is asynchronous. */
  isAsync: boolean;
  /** Whether a broker delivers messages along it. */
  isDelivery: boolean;
}

export interface Cut {
  deployment: Deployment;
  /** In the order of the document. */
  units: readonly Unit[];
  /** The customers' edges first, then module to module; each pair once. */
  edges: readonly CallEdge[];
  /** Throws on a module that the deployment does not hold. */
  unitIndexOf(moduleId: string): number;
  /** Index of the edge of a pair, −1 where there is none. */
  edgeIndexOf(callerId: string | null, calleeId: string): number;
}

/** The module of an operation reference `module.operation`. */
export function moduleIdOf(reference: string): string {
  return reference.slice(0, reference.indexOf('.'));
}

/** A call that stands in a list of steps, at whatever depth. */
export interface CallMention {
  reference: string;
  isAsync: boolean;
  isDelivery: boolean;
}

/** The calls of a list of steps, in order, those of parallel branches included. */
export function* callsIn(steps: readonly Step[]): Generator<CallMention> {
  for (const step of steps) {
    if ('call' in step) yield { reference: step.call, isAsync: step.async, isDelivery: false };
    else if ('deliver' in step) yield { reference: step.deliver, isAsync: true, isDelivery: true };
    else if ('parallel' in step) for (const branch of step.parallel) yield* callsIn(branch);
  }
}

/** Cuts a checked document; throws on an unknown deployment, which the caller must have refused. */
export function cutOf(document: ArchitectureDocument, deploymentId: string): Cut {
  const deployment = document.deployments.find(({ id }) => id === deploymentId);
  if (!deployment) throw new Error(`There is no deployment ${deploymentId} in ${document.id}.`);

  const unitIndices = new Map<string, number>();
  deployment.units.forEach((unit, index) => {
    for (const moduleId of unit.modules) unitIndices.set(moduleId, index);
  });
  const unitIndexOf = (moduleId: string): number => {
    const index = unitIndices.get(moduleId);
    if (index === undefined) throw new Error(`No unit of ${deploymentId} holds ${moduleId}.`);
    return index;
  };

  const edges: CallEdge[] = [];
  const indexByPair = new Map<string, number>();
  const addEdge = (callerId: string | null, mention: CallMention): void => {
    const calleeId = moduleIdOf(mention.reference);
    const pair = callIdOf(callerId, calleeId);
    const known = edges[indexByPair.get(pair) ?? -1];
    if (known) {
      known.isAsync ||= mention.isAsync;
      known.isDelivery ||= mention.isDelivery;
      return;
    }
    const callerUnitIndex = callerId === null ? customersUnitIndex : unitIndexOf(callerId);
    const calleeUnitIndex = unitIndexOf(calleeId);
    indexByPair.set(pair, edges.length);
    edges.push({
      index: edges.length,
      callerId,
      calleeId,
      callerUnitIndex,
      calleeUnitIndex,
      isCrossing: callerUnitIndex !== calleeUnitIndex,
      isAsync: mention.isAsync,
      isDelivery: mention.isDelivery,
    });
  };

  for (const { entry } of document.journeys) {
    addEdge(null, { reference: entry, isAsync: false, isDelivery: false });
  }
  for (const module of document.modules) {
    for (const steps of Object.values(module.operations)) {
      for (const mention of callsIn(steps)) addEdge(module.id, mention);
    }
  }

  return {
    deployment,
    units: deployment.units,
    edges,
    unitIndexOf,
    edgeIndexOf: (callerId, calleeId) => indexByPair.get(callIdOf(callerId, calleeId)) ?? -1,
  };
}

/** Names the call of a pair: `orders>payment`, `>web` for the customers'. Ids hold no `>`. */
export function callIdOf(callerId: string | null, calleeId: string): string {
  return `${callerId ?? ''}>${calleeId}`;
}
