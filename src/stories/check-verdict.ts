/** Whether a story tells the truth: its claims and its predictions, over many seeds. */
import type { ArchitectureDocument } from '../architecture/document';
import { documentOfStory } from './document-of-story';
import { instantsOf } from './instants';
import { lookInto } from './run-record';
import type { Story } from './story';
import { runStory } from './story-run';

export interface ClaimCheck {
  readonly claimId: string;
  /** The seeds in which it does not hold. */
  readonly failingSeeds: readonly number[];
  /** Whether it holds in as many seeds as it says. */
  readonly isTrue: boolean;
}

export interface PredictionCheck {
  readonly predictionId: string;
  /** For every seed the options that came out right: exactly one, and always the same. */
  readonly rightOptions: readonly (readonly string[])[];
}

export interface VerdictCheck {
  readonly claims: readonly ClaimCheck[];
  readonly predictions: readonly PredictionCheck[];
}

/** Runs both deployments of a story with every seed. */
export function checkVerdict(
  story: Story,
  document: ArchitectureDocument,
  seeds: readonly number[],
): VerdictCheck {
  const told = documentOfStory(story, document);
  const predictions = story.steps.flatMap(({ prediction }) => prediction ?? []);
  const instantsMs = instantsOf([...story.verdict, ...predictions].map(({ span }) => span));
  const looks = seeds.map((seed) =>
    lookInto(
      story,
      told,
      runStory({ document: told, deploymentIds: story.deployments, seed, instantsMs }),
    ),
  );
  return {
    claims: story.verdict.map((claim) => {
      const failingSeeds = seeds.filter((_, index) => !claim.holds(looks[index]));
      const share = 1 - failingSeeds.length / seeds.length;
      return { claimId: claim.id, failingSeeds, isTrue: share >= claim.seedShare };
    }),
    predictions: predictions.map(({ id, options }) => ({
      predictionId: id,
      rightOptions: looks.map((look) =>
        options.filter((option) => option.isRight(look)).map((option) => option.id),
      ),
    })),
  };
}
