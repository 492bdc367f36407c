/**
 * Little's law, L = λW, at every station of every story: whatever goes wrong,
 * the mean number of those that wait is the rate at which they come times how
 * long each waits. (J. D. C. Little, 1961; for a stretch of time that begins
 * and ends with hardly anybody waiting it needs no assumption at all; who is in
 * a replica that crashes has waited for nothing, and is missing on the right.)
 */
import { shop } from '../architecture/shop';
import type { LawCase, LawFigure, Result } from '../simulation/laws/law';
import { stories } from './all-stories';
import { documentOfStory } from './document-of-story';

/** Those that wait for a slot or for a core, and their waiting time per ms; equal by the law. */
function waitingAt({ units, simulatedSeconds, warmupSeconds }: Result, unitId: string) {
  const queues = [units[unitId].slotQueue, units[unitId].coreQueue];
  const measuredMs = (simulatedSeconds - warmupSeconds) * 1000;
  const sum = (of: (queue: (typeof queues)[number]) => number) =>
    queues.reduce((total, queue) => total + of(queue), 0);
  return {
    length: sum(({ meanLength }) => meanLength),
    waits: sum(({ served, meanWaitMs }) => served * (meanWaitMs ?? 0)) / measuredMs,
  };
}

function figureAt(unitId: string): LawFigure {
  return {
    name: `L / (λW) at ${unitId}`,
    theory: 1,
    tolerance: { amount: 0.005 },
    of: (result) => {
      const { length, waits } = waitingAt(result, unitId);
      return length / waits;
    },
  };
}

export const littleLaws: readonly LawCase[] = stories.flatMap((story) => {
  const document = documentOfStory(story, shop);
  return story.deployments.map((deploymentId): LawCase => {
    const units = document.deployments.find(({ id }) => id === deploymentId)?.units ?? [];
    return {
      law: "Little's law, L = λW",
      parameters: `${story.id} as ${deploymentId}`,
      document,
      deploymentId,
      plan: {
        replications: 20,
        seconds: story.durationMs / 1000,
        warmupSeconds: 0,
        isWhole: true,
      },
      controls: [],
      figures: units.filter(({ external }) => !external).map(({ id }) => figureAt(id)),
    };
  });
});
