/**
 * What a story knows of a run: frames at certain instants. Whoever has them (a
 * test that ran the engine, the page that watched it) looks figures up alike.
 */
import type { ArchitectureDocument } from '../architecture/document';
import {
  type DeploymentFrame,
  JourneyField,
  journeyFieldCount,
  UnitField,
  unitFieldCount,
} from '../simulation/frame';
import type { FigureForm, Look, StoryFigure } from './figure';
import {
  deploymentFigures,
  type FigureReference,
  journeyFigures,
  readReference,
  unitFigures,
} from './figure-reference';
import type { Story } from './story';

export interface RunRecord {
  /** How far the run has come, simulated ms. */
  readonly timeMs: number;
  /** The frame of a deployment at an instant, `null` where there is none. */
  frameAt(deploymentId: string, timeMs: number): DeploymentFrame | null;
}

/**
 * Looks references up in a record of a run of the story; a span that is not
 * over yet is counted up to now.
 */
export function lookInto(story: Story, document: ArchitectureDocument, record: RunRecord): Look {
  const facts = story.factsOf(document);
  return (reference, span) => {
    const read = readReference(reference);
    if (read.kind === 'fact') return factIn(story, facts, read.name).value;
    if (record.timeMs < span.fromMs) return Number.NaN;
    const end = record.frameAt(read.deploymentId, Math.min(span.toMs, record.timeMs));
    if (end === null) return Number.NaN;
    switch (read.kind) {
      case 'deployment':
        return end.usdPerHour;
      case 'unit':
        return unitValue(document, end, read);
      case 'journey':
        return journeyValue(document, record.frameAt(read.deploymentId, span.fromMs), end, read);
    }
  };
}

/** How a figure is to be written. */
export function formOf(
  reference: string,
  story: Story,
  document: ArchitectureDocument,
): FigureForm {
  const read = readReference(reference);
  switch (read.kind) {
    case 'fact':
      return factIn(story, story.factsOf(document), read.name).form;
    case 'deployment':
      return deploymentFigures[read.figure];
    case 'unit':
      return unitFigures[read.figure];
    case 'journey':
      return journeyFigures[read.figure];
  }
}

function factIn(
  story: Story,
  facts: Readonly<Record<string, StoryFigure>>,
  name: string,
): StoryFigure {
  const fact = facts[name];
  if (fact === undefined) throw new Error(`The story ${story.id} has no fact {${name}}.`);
  return fact;
}

const unitFields: Record<keyof typeof unitFigures, number> = {
  slotsBusy: UnitField.slotsBusy,
  slotsTotal: UnitField.slotsTotal,
  queue: UnitField.slotQueueLength,
  readyReplicas: UnitField.readyReplicas,
};

function unitValue(
  document: ArchitectureDocument,
  frame: DeploymentFrame,
  { deploymentId, unitId, figure }: Extract<FigureReference, { kind: 'unit' }>,
): number {
  const deployment = document.deployments.find(({ id }) => id === deploymentId);
  const index = deployment?.units.findIndex(({ id }) => id === unitId) ?? -1;
  if (index < 0) throw new Error(`${deploymentId} has no unit ${unitId}.`);
  return frame.units[index * unitFieldCount + unitFields[figure]];
}

function journeyValue(
  { journeys }: ArchitectureDocument,
  start: DeploymentFrame | null,
  end: DeploymentFrame,
  { journeyId, figure }: Extract<FigureReference, { kind: 'journey' }>,
): number {
  // The row behind the journeys' is that of all together.
  const row =
    journeyId === null ? journeys.length : journeys.findIndex(({ id }) => id === journeyId);
  if (row < 0) throw new Error(`There is no journey ${journeyId}.`);
  const at = (frame: DeploymentFrame, field: number) =>
    frame.journeys[row * journeyFieldCount + field];
  if (figure === 'p50') return at(end, JourneyField.recentMsP50);
  if (figure === 'p99') return at(end, JourneyField.recentMsP99);
  if (figure === 'goodput') return at(end, JourneyField.recentGoodputPerSecond);
  if (start === null) return Number.NaN;
  const since = (field: number) => at(end, field) - at(start, field);
  const served = since(JourneyField.ok) + since(JourneyField.degraded);
  const failed = since(JourneyField.failed);
  if (figure === 'served') return served;
  return figure === 'failed' ? failed : served / (served + failed);
}
