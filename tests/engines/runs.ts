/**
 * The runs whose digests must be the same in every JavaScript engine. This
 * file is bundled and computed inside each of them: no Node, no page.
 */
import { parse } from 'yaml';
import { documentFrom } from '../../src/architecture/check-document';
import type { ArchitectureDocument } from '../../src/architecture/document';
import { shop } from '../../src/architecture/shop';
import type { Command } from '../../src/simulation/command';
import { stories } from '../../src/stories/all-stories';
import { documentOfStory } from '../../src/stories/document-of-story';
import everyForm from '../architecture/every-form.yaml?raw';

export interface EngineRun {
  /** As it is named in the answers: `payment-down microservices, seed 2`. */
  name: string;
  document: ArchitectureDocument;
  deploymentId: string;
  seed: number;
  lengthMs: number;
  /** What is done to it on the way, in time order. */
  script: readonly { atMs: number; command: Command }[];
}

const seeds = [1, 2, 3];

/** Something of every kind of change, in the deployment of that name. */
function clicks(deploymentId: string): EngineRun['script'] {
  const down = (atMs: number, isDown: boolean) => ({
    atMs,
    command: { kind: 'unit-crash' as const, deploymentId, unitId: 'orders', isDown },
  });
  const unit = { deploymentId, unitId: 'catalog' };
  return [
    { atMs: 3000, command: { kind: 'concurrency', ...unit, concurrency: 3 } },
    { atMs: 6000, command: { kind: 'replicas', ...unit, replicas: 1 } },
    {
      atMs: 9000,
      command: {
        kind: 'module-fault',
        moduleId: 'payment',
        faultKind: 'slow',
        fault: { kind: 'slow', factor: 8 },
      },
    },
    down(12_000, true),
    { atMs: 15_000, command: { kind: 'arrival-rate', arrivalRatePerSecond: 320 } },
    down(18_000, false),
    { atMs: 21_000, command: { kind: 'replicas', ...unit, replicas: 5 } },
  ];
}

function runsOf(
  name: string,
  document: ArchitectureDocument,
  lengthMs: number,
  script: (deploymentId: string) => EngineRun['script'] = () => [],
): EngineRun[] {
  return document.deployments
    .filter(({ units }) => units.length > 0)
    .flatMap(({ id }) =>
      seeds.map((seed) => ({
        name: `${name} ${id}, seed ${seed}`,
        document,
        deploymentId: id,
        seed,
        lengthMs,
        script: script(id),
      })),
    );
}

const inServices: ArchitectureDocument = {
  ...shop,
  deployments: shop.deployments.filter(({ id }) => id === 'microservices'),
};

const returning: ArchitectureDocument['load'] = {
  kind: 'closed',
  customers: 300,
  thinkMs: { kind: 'lognormal', mean: 1200, cv: 0.8 },
};

export function engineRuns(): EngineRun[] {
  const told = stories.flatMap((story) =>
    runsOf(story.id, documentOfStory(story, shop), story.durationMs),
  );
  return [
    ...runsOf('healthy shop', shop, 60_000),
    ...told,
    ...runsOf('every form', documentFrom(parse(everyForm)), 40_000),
    ...runsOf('clicked shop', inServices, 30_000, clicks),
    ...runsOf('shop with returning customers', { ...inServices, load: returning }, 20_000),
  ];
}
