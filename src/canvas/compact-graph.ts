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
): CanvasGraph {
  const isTiny = graph.units.some(({ form }) => form === 'tiny');
  const isStruck = ({ id }: Module) => struckIds.has(id);
  const units = graph.units.flatMap((unit): GraphUnit[] => {
    if (unit.shape === 'card') return [unit];
    if (unit.shape !== 'hull') return unit.modules.some(isStruck) && !isTiny ? [unit] : [];
    const modules = unit.modules.filter((module) => module.kind === 'service' || isStruck(module));
    if (modules.length === 0) {
      return isTiny ? [] : [{ ...unit, shape: 'can', modules: [], innerLinks: [] }];
    }
    if (isTiny) return [{ ...unit, modules: modules.filter(isStruck), innerLinks: [] }];
    return [{ ...unit, modules, innerLinks: innerLinksOf(modules, cut.edges) }];
  });
  return { units, ...bundlesOf(units, cut.edges) };
}
