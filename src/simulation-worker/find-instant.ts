/**
 * The instants of a run one by one: when something happens next in any of its
 * deployments, when it did last, and who was where. To find them the run is walked through;
 * where it stands afterwards is of no importance, since whoever asked goes to
 * what was found.
 */
import type { UnitMoment, UnitVisit } from '../simulation/unit-visit';
import { applyDue, goTo, type HostedRun, nextEntryMs } from './hosted-run';
import type { Occasion } from './protocol';

/** Nobody waits longer than for so many instants. */
const walkLimit = 200_000;

/** The first instant after `fromMs` at which it happens; where the walk ends when it is too far away. */
export function instantAfter(run: HostedRun, fromMs: number, occasion: Occasion): number {
  walkTo(run, fromMs);
  for (let walked = 0; walked < walkLimit; walked += 1) {
    const nextMs = nextInstantMs(run);
    if (nextMs === Number.POSITIVE_INFINITY) return fromMs;
    if (happensAt(run, nextMs, occasion)) return nextMs;
  }
  return run.timeMs;
}

/** The last instant before `fromMs` at which it happened; 0 where it never did. */
export function instantBefore(run: HostedRun, fromMs: number, occasion: Occasion): number {
  let endMs = fromMs;
  let isEndMeant = false;
  for (;;) {
    const checkpoint = run.checkpoints.strictlyBefore(endMs);
    if (checkpoint === null) return 0;
    goTo(run, checkpoint);
    let lastMs: number | null = null;
    for (;;) {
      const nextMs = nextInstantMs(run);
      if (nextMs > endMs || (nextMs === endMs && !isEndMeant)) break;
      if (happensAt(run, nextMs, occasion)) lastMs = nextMs;
    }
    if (lastMs !== null) return lastMs;
    // What happens at the instant of a checkpoint belongs to the stretch before it.
    endMs = checkpoint.timeMs;
    isEndMeant = true;
  }
}

/** Who was at a unit at an instant, which the run need not have come to. */
export function visitsAt(run: HostedRun, { deploymentId, unitId, atMs }: UnitMoment): UnitVisit[] {
  const look = () =>
    run.simulations
      .find((hosted) => hosted.deploymentId === deploymentId)
      ?.simulation.visitsAt(unitId) ?? [];
  if (run.step === null && run.timeMs === atMs) return look();
  return leavingInPlace(run, () => {
    walkTo(run, atMs);
    return look();
  });
}

/** Does something with a run that moves it about, and leaves it as it was. */
export function leavingInPlace<Found>(run: HostedRun, find: () => Found): Found {
  const { timeMs, appliedCount, step, sent } = run;
  const copies = run.simulations.map(({ simulation }) => simulation.checkpoint());
  run.sent = [];
  const found = find();
  goTo(run, { timeMs, appliedCount, copies });
  run.step = step;
  run.sent = sent;
  return found;
}

function nextInstantMs(run: HostedRun): number {
  const dueMs = run.simulations.map(({ simulation }) => simulation.nextEventMs);
  return Math.min(nextEntryMs(run), ...dueMs);
}

function happensAt(run: HostedRun, timeMs: number, occasion: Occasion): boolean {
  const before = momentsOf(run);
  walkTo(run, timeMs);
  return occasion === 'event' || momentsOf(run) !== before;
}

function momentsOf({ simulations }: HostedRun): number {
  return simulations.reduce((sum, { simulation }) => sum + simulation.requestMoments, 0);
}

function walkTo(run: HostedRun, timeMs: number): void {
  if (run.step !== null || run.timeMs > timeMs) {
    const checkpoint = run.checkpoints.before(timeMs);
    if (checkpoint !== null) goTo(run, checkpoint);
  }
  applyDue(run);
  while (run.timeMs < timeMs) {
    run.timeMs = Math.min(timeMs, nextEntryMs(run));
    for (const { simulation } of run.simulations) simulation.runUntil(run.timeMs);
    applyDue(run);
  }
}
