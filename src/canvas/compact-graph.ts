/**
 * The same deployment for a pane too small for all of it: the services and what
 * is struck by a fault. Stores that share a process become one can; other
 * stores, brokers and third parties are left out.
 */
import type { Cut } from '../architecture/cut';
import type { Module } from '../architecture/document';
import { bundlesOf, type CanvasGraph, type GraphUnit, innerLinksOf } from './canvas-graph';

/** `struckIds`: modules with a fault. */
export function compactGraphOf(
  graph: CanvasGraph,
  cut: Cut,
  struckIds: ReadonlySet<string>,
): CanvasGraph {
  const isStruck = ({ id }: Module) => struckIds.has(id);
  const units = graph.units.flatMap((unit): GraphUnit[] => {
    if (unit.shape === 'card') return [{ ...unit, isCompact: true }];
    if (unit.shape !== 'hull') {
      return unit.modules.some(isStruck) ? [{ ...unit, isCompact: true }] : [];
    }
    const modules = unit.modules.filter((module) => module.kind === 'service' || isStruck(module));
    if (modules.length === 0) {
      return [{ ...unit, isCompact: true, shape: 'can', modules: [], innerLinks: [] }];
    }
    return [{ ...unit, isCompact: true, modules, innerLinks: innerLinksOf(modules, cut.edges) }];
  });
  return { units, ...bundlesOf(units, cut.edges) };
}
