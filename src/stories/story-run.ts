/** Runs a story without a page, both sides one after the other, and keeps what its texts and claims look up. */
import type { ArchitectureDocument } from '../architecture/document';
import { Simulation } from '../simulation/engine/simulation';
import type { DeploymentFrame } from '../simulation/frame';
import type { RunRecord } from './run-record';

/** Nobody sees requests travel here, so hardly any need be noted; a power of two. */
const requestsPerDot = 2 ** 20;

export interface StoryRunOptions {
  /** The story's document, its timeline included. */
  document: ArchitectureDocument;
  deploymentIds: readonly string[];
  seed: number;
  /** Simulated ms, in ascending order; the run ends at the last one. */
  instantsMs: readonly number[];
}

export function runStory(options: StoryRunOptions): RunRecord {
  const { document, deploymentIds, seed, instantsMs } = options;
  const sides = new Map<string, Map<number, DeploymentFrame>>();
  for (const deploymentId of deploymentIds) {
    const simulation = new Simulation({ document, deploymentId, seed, isObserved: true });
    simulation.setSampling(requestsPerDot);
    const frames = new Map<number, DeploymentFrame>();
    for (const instantMs of instantsMs) {
      simulation.runUntil(instantMs);
      frames.set(instantMs, simulation.takeFrame());
    }
    sides.set(deploymentId, frames);
  }
  return {
    timeMs: instantsMs.at(-1) ?? 0,
    frameAt: (deploymentId, timeMs) => sides.get(deploymentId)?.get(timeMs) ?? null,
  };
}
