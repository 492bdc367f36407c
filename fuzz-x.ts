import fc from 'fast-check';
import { checkDocument } from './src/architecture/check-document';
import { Simulation } from './src/simulation/engine/simulation';
import { randomDocument, randomReplay, eventfulMs } from './tests/laws/random-document';
const seed = Number(process.argv[2]); const runs = Number(process.argv[3]);
const failedIn = (j: any) => (Object.values(j.failed) as number[]).reduce((a, b) => a + b, 0);
let n = 0, slow = 0;
const check = (input: any, s: number, replay: boolean) => {
  const report = checkDocument(input);
  if (!report.ok) throw new Error('unsound ' + JSON.stringify(report.problems));
  const sim = new Simulation({ document: report.document, deploymentId: 'one', seed: s, isObserved: true, taskLimit: 50000 });
  const t = Date.now();
  for (const stop of replay ? [500, 2000, 600_000] : [300, 1000, 2500, 6000]) {
    if (!sim.runUntil(stop, 3_000_000)) throw new Error('too many events by ' + stop + ' at ' + sim.nowMs);
    for (const j of Object.values(sim.result().journeys)) if (j.ok + j.degraded + failedIn(j) + j.inFlight !== j.arrivals) throw new Error('conservation at ' + stop);
    sim.takeFrame();
  }
  if (replay && !sim.stopped) {
    for (const j of Object.values(sim.result().journeys)) if (j.inFlight !== 0) throw new Error('did not drain: ' + j.inFlight);
  }
  if (sim.stopped) console.log('stopped', JSON.stringify(sim.stopped));
  n++;
};
for (const [name, arb, replay] of [['any', randomDocument, false], ['replay', randomReplay, true]] as const) {
  const out = fc.check(fc.property(arb as any, fc.nat(1000), (d, s) => check(d, s, replay)), { numRuns: runs, seed, endOnFailure: false, interruptAfterTimeLimit: 170_000 });
  console.log(name, seed, 'runs', out.numRuns, 'failed', out.failed, out.interrupted);
  if (out.failed) { console.log(out.errorInstance && String((out.errorInstance as Error).stack).slice(0,1500)); console.log(JSON.stringify(out.counterexample)); console.log(out.counterexamplePath, out.seed); }
}
