/** What the charts are about besides the whole: the selected part, and what answers for it on the other side. */
import type { ArchitectureDocument, Deployment } from '../../architecture/document';
import type { LocalizedText } from '../../architecture/localized-text';
import { subjectOf } from '../../workspace/subject';
import type { Selection } from '../../workspace/workspace';
import { type FigureId, figureIds } from '../figures';

export interface ChartPart {
  readonly name: LocalizedText;
  /** By deployment: place of the one process that runs it; `null` where several do, or none. */
  readonly unitIndices: Readonly<Record<string, number | null>>;
}

/** `null` while no process or module on the page is selected. */
export function chartPartOf(
  document: ArchitectureDocument,
  deployments: readonly Deployment[],
  selection: Selection | null,
): ChartPart | null {
  const subject = subjectOf(document, selection);
  if (subject === null) return null;
  const { unit, module } = subject;
  const moduleIds = module === null ? unit.modules : [module.id];
  const unitIndices = deployments.map(({ id, units }): [string, number | null] => {
    if (id === subject.deployment.id) return [id, subject.unitIndex];
    const holders = units.flatMap(({ modules }, index) =>
      modules.some((own) => moduleIds.includes(own)) ? [index] : [],
    );
    return [id, holders.length === 1 ? holders[0] : null];
  });
  return { name: (module ?? unit).name, unitIndices: Object.fromEntries(unitIndices) };
}

/** What stands for a figure of the whole where a part has no such figure. */
const instead: Readonly<Partial<Record<FigureId, FigureId>>> = {
  arrivals: 'throughput',
  busiestCores: 'cores',
  busiestSlots: 'slots',
};

export const partFigureIds = figureIds.filter((id) => instead[id] === undefined);

export function partFigureOf(figureId: FigureId): FigureId {
  return instead[figureId] ?? figureId;
}
