/**
 * The same deployment for a pane too small for all of it: the services and what
 * is struck by a fault. Stores that share a process become one can; other
 * stores, brokers and third parties are left out. Tiny, only processes with
 * services are drawn, and of their modules only those that are struck.
 */
import type { Cut } from '../architecture/cut';
import type { Module } from '../architecture/document';
import { bundlesOf, type CanvasGraph, type GraphUnit, innerLinksOf } from './canvas-graph';

/** `struckIds`: modules with a fault. */
export function compactGraphOf(
  graph: CanvasGraph,
  cut: Cut,
  struckIds: ReadonlySet<string>,
  isTiny = false,
): CanvasGraph {
  const isStruck = ({ id }: Module) => struckIds.has(id);
  const units = graph.units.flatMap((unit): GraphUnit[] => {
    const small = { ...unit, isCompact: true, isTiny };
    if (unit.shape === 'card') return [small];
    if (unit.shape !== 'hull') return unit.modules.some(isStruck) && !isTiny ? [small] : [];
    const modules = unit.modules.filter((module) => module.kind === 'service' || isStruck(module));
    if (modules.length === 0) {
      return isTiny ? [] : [{ ...small, shape: 'can', modules: [], innerLinks: [] }];
    }
    if (isTiny) return [{ ...small, modules: modules.filter(isStruck), innerLinks: [] }];
    return [{ ...small, modules, innerLinks: innerLinksOf(modules, cut.edges) }];
  });
  return { units, ...bundlesOf(units, cut.edges) };
}
