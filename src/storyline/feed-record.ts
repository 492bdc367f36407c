import type { RunFeed } from '../playback/run-feed';
import { instantsOf } from '../stories/instants';
import type { RunRecord } from '../stories/run-record';
import type { Claim, Story } from '../stories/story';

/** What the page has seen of a run, for a story to look up. */
export function recordOf(feed: RunFeed): RunRecord {
  const current = feed.current();
  return {
    timeMs: current?.timeMs ?? 0,
    frameAt: (deploymentId, timeMs) => {
      const frame = current?.timeMs === timeMs ? current : feed.marked(timeMs);
      return frame?.deployments.find((own) => own.deploymentId === deploymentId) ?? null;
    },
  };
}

/** The instants of a story at which the feed must keep frames, simulated ms. */
export function marksOf({ steps, verdict }: Story): number[] {
  const spans = steps.flatMap(({ span, findings, prediction }) => [
    span,
    ...findings.flatMap((finding) => finding.span ?? []),
    ...(prediction === undefined ? [] : [prediction.span]),
  ]);
  return instantsOf([...spans, ...verdict.map((claim: Claim) => claim.span)]);
}
