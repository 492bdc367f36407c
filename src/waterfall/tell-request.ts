/**
 * A run is deterministic: what a request went through is had by running once
 * more with an eye on that request, as far as its story goes.
 */
import type { RunJob } from '../simulation/replications/run-job';
import type { RequestWish } from '../workspace/request-wish';
import { type ChosenRequest, chooseAtPoint, chooseRequest } from './choose-request';
import type { RequestSubject, RunOne, ToldRequest } from './request-subject';

/** A story is told to its end, but not beyond so many seconds after the present. */
const secondsOn = 40;
/** Whoever asks at the very beginning is shown the first customers, s. */
const secondsLeast = 3;

/** `null` where there is no such request up to the present, `nowMs`. */
export async function tellRequest(
  subject: RequestSubject,
  wish: RequestWish,
  nowMs: number,
  run: RunOne,
  signal: AbortSignal,
): Promise<ToldRequest | null> {
  const chosen = await chosenRequest(subject, wish, nowMs, run, signal);
  if (chosen === null) return null;
  const { journey, number } = chosen;
  const seconds = Math.max(nowMs, metMs(wish)) / 1000 + secondsOn;
  const results = await Promise.all(
    subject.deployments.map(({ id }) =>
      run({ ...jobOf(subject, id, seconds), storyOf: { journey, number } }, signal),
    ),
  );
  return { journey, number, stories: results.map(({ story }) => story) };
}

async function chosenRequest(
  subject: RequestSubject,
  wish: RequestWish,
  nowMs: number,
  run: RunOne,
  signal: AbortSignal,
): Promise<ChosenRequest | null> {
  if (wish.kind === 'this') return wish;
  const endMs = wish.kind === 'point' ? wish.point.toMs : nowMs;
  const seconds = Math.max(secondsLeast, endMs / 1000);
  const job = { ...jobOf(subject, wish.deploymentId, seconds), hasRequests: true };
  const { requests } = await run(job, signal);
  if (requests === null) return null;
  return wish.kind === 'point'
    ? chooseAtPoint(requests, wish.point)
    : chooseRequest(requests, wish.kind);
}

/** When it is known to have been there, simulated ms. */
function metMs(wish: RequestWish): number {
  if (wish.kind === 'this') return wish.met?.atMs ?? 0;
  return wish.kind === 'point' ? wish.point.toMs : 0;
}

function jobOf(
  { document, seed, script }: RequestSubject,
  deploymentId: string,
  seconds: number,
): RunJob {
  return { document, deploymentId, seed, seconds, warmupSeconds: 0, script, hasWindows: false };
}
