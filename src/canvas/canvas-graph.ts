/**
 * What is drawn of one deployment: a node for the customers, one for each unit
 * and, in a unit of several modules, one for each module; and the calls
 * between them, those of the same pair of nodes taken together.
 */
import type { CallEdge, Cut } from '../architecture/cut';
import { customersUnitIndex } from '../architecture/cut';
import type { ArchitectureDocument, Module, Unit } from '../architecture/document';

/**
 * How a unit is drawn: `card` (a hull that is its only module), `hull` (around
 * several modules), `can` (a store or cache of its own), `pipe` (a broker of
 * its own) or `external` (someone else's).
 */
export type UnitShape = 'card' | 'hull' | 'can' | 'pipe' | 'external';

export interface GraphUnit {
  nodeId: string;
  unit: Unit;
  unitIndex: number;
  shape: UnitShape;
  modules: readonly Module[];
  /** Indices into `modules`, caller first: calls that stay inside. */
  innerLinks: readonly (readonly [number, number])[];
  /** Node that this unit hangs at: the only one that calls it, when it calls nobody. */
  ownerId: string | undefined;
  isInApplication: boolean;
  form: UnitForm;
}

/**
 * How much of a unit there is room for: all of it, `broad` in larger type; `compact` for a small
 * pane; `tiny`, little but its name and its slots, for one as small as a thumbnail.
 */
export type UnitForm = 'whole' | 'broad' | 'compact' | 'tiny';

/** Parts are left out. */
export function isSmallForm(form: UnitForm): boolean {
  return form === 'compact' || form === 'tiny';
}

/** All calls from one node to another, drawn as one line. */
export interface CallBundle {
  id: string;
  fromId: string;
  toId: string;
  /** Places in `cut.edges`. */
  edgeIndices: readonly number[];
  /** Inside one process: no network between them. */
  isInner: boolean;
  /** Nobody waits for the answer on any of them. */
  isAsync: boolean;
  /** Only messages that a broker delivers. */
  isDelivery: boolean;
}

export interface CanvasGraph {
  units: readonly GraphUnit[];
  bundles: readonly CallBundle[];
  /** Index into `bundles` by place in `cut.edges`; −1 for a module that calls itself. */
  bundleOfEdge: Int32Array;
}

export const clientsNodeId = 'clients';

export function unitNodeId(unitId: string): string {
  return `unit:${unitId}`;
}

export function moduleNodeId(moduleId: string): string {
  return `module:${moduleId}`;
}

/** All of it, whatever the form; `compactGraphOf` leaves parts out. */
export function canvasGraphOf(
  document: ArchitectureDocument,
  cut: Cut,
  form: UnitForm = 'whole',
): CanvasGraph {
  const moduleOf = new Map(document.modules.map((module) => [module.id, module]));
  const application = new Set(cut.deployment.application ?? []);
  const bare = cut.units.map((unit, unitIndex) => {
    const modules = unit.modules.flatMap((id) => moduleOf.get(id) ?? []);
    return {
      nodeId: unitNodeId(unit.id),
      unit,
      unitIndex,
      shape: shapeOf(unit, modules),
      modules,
      innerLinks: innerLinksOf(modules, cut.edges),
      isInApplication: application.has(unit.id),
      form,
    };
  });
  const units = bare.map((unit) => ({ ...unit, ownerId: ownerOf(unit, bare, cut.edges) }));
  return { units, ...bundlesOf(units, cut.edges) };
}

function shapeOf(unit: Unit, modules: readonly Module[]): UnitShape {
  if (unit.external) return 'external';
  const [only] = modules;
  if (modules.length !== 1 || only === undefined) return 'hull';
  if (only.kind === 'store' || only.kind === 'cache') return 'can';
  return only.kind === 'broker' ? 'pipe' : 'card';
}

export function innerLinksOf(
  modules: readonly { id: string }[],
  edges: readonly CallEdge[],
): [number, number][] {
  if (modules.length < 2) return [];
  const indexOf = new Map(modules.map(({ id }, index) => [id, index]));
  return edges.flatMap(({ callerId, calleeId }): [number, number][] => {
    const from = callerId === null ? undefined : indexOf.get(callerId);
    const to = indexOf.get(calleeId);
    return from === undefined || to === undefined || from === to ? [] : [[from, to]];
  });
}

type BareUnit = Omit<GraphUnit, 'ownerId'>;

function ownerOf(
  unit: BareUnit,
  units: readonly BareUnit[],
  edges: readonly CallEdge[],
): string | undefined {
  if (unit.shape !== 'can' && unit.shape !== 'external') return undefined;
  const calls = edges.filter((edge) => edge.isCrossing);
  if (calls.some((edge) => edge.callerUnitIndex === unit.unitIndex)) return undefined;
  const callers = new Set(
    calls
      .filter((edge) => edge.calleeUnitIndex === unit.unitIndex)
      .map((edge) => edge.callerUnitIndex),
  );
  const [onlyCaller] = callers;
  if (callers.size !== 1 || onlyCaller === undefined || onlyCaller === customersUnitIndex) {
    return undefined;
  }
  const owner = units[onlyCaller];
  if (owner === undefined || owner.isInApplication !== unit.isInApplication) return undefined;
  return owner.nodeId;
}

/** The calls among the customers and these units; a call of a unit or module that is not among them is left out. */
export function bundlesOf(
  units: readonly GraphUnit[],
  edges: readonly CallEdge[],
): Pick<CanvasGraph, 'bundles' | 'bundleOfEdge'> {
  const nodeIdOf = nodeIdsOf(units);
  const bundles: (CallBundle & { edgeIndices: number[] })[] = [];
  const bundleOfEdge = new Int32Array(edges.length).fill(-1);
  const known = new Map<string, number>();
  for (const edge of edges) {
    const [fromId, toId] = nodeIdOf(edge);
    if (fromId === undefined || toId === undefined || fromId === toId) continue;
    const id = `${fromId}>${toId}`;
    let index = known.get(id);
    if (index === undefined) {
      index = bundles.length;
      known.set(id, index);
      const isInner = !edge.isCrossing;
      bundles.push({ id, fromId, toId, edgeIndices: [], isInner, isAsync: true, isDelivery: true });
    }
    const bundle = bundles[index];
    if (bundle === undefined) continue;
    bundle.edgeIndices.push(edge.index);
    bundle.isAsync &&= edge.isAsync;
    bundle.isDelivery &&= edge.isDelivery;
    bundleOfEdge[edge.index] = index;
  }
  return { bundles, bundleOfEdge };
}

/** The two ends of a call: units where it crosses between them, else modules. */
function nodeIdsOf(
  units: readonly GraphUnit[],
): (edge: CallEdge) => [string | undefined, string | undefined] {
  const unitIds = new Map([[customersUnitIndex, clientsNodeId]]);
  const moduleIds = new Set<string>();
  for (const { unitIndex, nodeId, modules } of units) {
    unitIds.set(unitIndex, nodeId);
    for (const { id } of modules) moduleIds.add(id);
  }
  const moduleNode = (id: string | null) =>
    id !== null && moduleIds.has(id) ? moduleNodeId(id) : undefined;
  return (edge) =>
    edge.isCrossing
      ? [unitIds.get(edge.callerUnitIndex), unitIds.get(edge.calleeUnitIndex)]
      : [moduleNode(edge.callerId), moduleNode(edge.calleeId)];
}
