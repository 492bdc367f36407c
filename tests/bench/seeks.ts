/**
 * `npm run bench:seek`: how long it takes to show another instant of a
 * 90-second run of the shop, both deployments, with a script: from the question
 * to the frame, without the browser around it. CPU time says what it costs where
 * the machine has other things to do. `--json` prints one JSON line.
 */
import { shop } from '../../src/architecture/shop.ts';
import { Simulation } from '../../src/simulation/engine/simulation.ts';
import type { Script } from '../../src/simulation/script.ts';
import type { WorkerMessage } from '../../src/simulation-worker/protocol.ts';
import { RunHost } from '../../src/simulation-worker/run-host.ts';

const durationMs = 90_000;
const seekCount = 300;
const deploymentIds = ['monolith', 'microservices'];
const crash = { kind: 'module-fault', moduleId: 'payment', faultKind: 'crash' } as const;
const script: Script = [
  { atMs: 20_000, command: { kind: 'arrival-rate', arrivalRatePerSecond: 300 } },
  { atMs: 30_000, command: { ...crash, fault: { kind: 'crash' } } },
  { atMs: 60_000, command: { ...crash, fault: null } },
];

let runId = 0;
let last: WorkerMessage | null = null;
const deferred: (() => void)[] = [];
const host = new RunHost({
  createSimulation: (options) => new Simulation(options),
  post: (message) => {
    if (message.type === 'failed') throw new Error(message.message);
    last = message;
  },
  now: () => performance.now(),
  defer: (callback) => deferred.push(callback),
});

/** Asks until the run has come there, as the page does; returns the wall time, ms. */
function goTo(timeMs: number): number {
  const from = performance.now();
  for (;;) {
    host.receive({ type: 'advance', runId, toMs: timeMs, speed: 1 });
    for (let next = deferred.shift(); next; next = deferred.shift()) next();
    if (last?.type === 'frame' && last.frame.timeMs === timeMs) return performance.now() - from;
  }
}

function seek(timeMs: number): { wallMs: number; cpuMs: number } {
  const from = performance.now();
  const worked = process.cpuUsage();
  runId += 1;
  host.receive({ type: 'resume', runId, script, beforeMs: timeMs });
  goTo(timeMs);
  const { user, system } = process.cpuUsage(worked);
  return { wallMs: performance.now() - from, cpuMs: (user + system) / 1000 };
}

host.receive({
  type: 'start',
  runId,
  run: { document: shop, deploymentIds, seed: 42, script },
});
const wholeMs = goTo(durationMs);
// A stride that comes by everywhere, and never twice at one place.
const instants = Array.from({ length: seekCount }, (_, nth) => (nth * 33_391) % durationMs);
// The first ones find the code cold.
for (const instant of instants.slice(0, 50)) seek(instant);
const took = instants.map(seek);
const rounded = (ms: number) => Math.round(ms * 10) / 10;

/** The value below which this share of them lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
}

const wall = took.map(({ wallMs }) => wallMs);
const cpu = took.map(({ cpuMs }) => cpuMs);
const figures = {
  wholeRunMs: rounded(wholeMs),
  seekMsMedian: quantile(wall, 0.5),
  seekMsP95: quantile(wall, 0.95),
  seekMsWorst: quantile(wall, 1),
  seekCpuMsMedian: quantile(cpu, 0.5),
  seekCpuMsP95: quantile(cpu, 0.95),
  seekCpuMsWorst: quantile(cpu, 1),
};
const words = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
process.stdout.write(
  process.argv.includes('--json')
    ? `${JSON.stringify({ name: 'seeks in 90 s of the shop', ...figures })}\n`
    : `${seekCount} seeks in 90 s of the shop, both deployments\n  ${words.join('\n  ')}\n`,
);
