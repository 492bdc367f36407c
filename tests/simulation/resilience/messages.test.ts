import { describe, expect, test } from 'vitest';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import { endings, type Scenario, simulate, wait } from '../scenario';

const scenario = (more: Partial<Scenario> = {}): Scenario => ({
  services: [
    { id: 'shop', steps: [{ call: 'log.serve', async: true }] },
    {
      id: 'log',
      kind: 'broker',
      steps: [wait(2), { deliver: 'mail.serve' }],
      unit: { startupMs: 50 },
    },
    { id: 'mail', steps: [wait(30)], unit: { concurrency: 2, startupMs: 100 } },
  ],
  arrivals: [0, 10, 20],
  ...more,
});

describe('an asynchronous call', () => {
  test('is over for the caller when the broker has the message', () => {
    expect(endings(simulate(scenario()), 1000)).toEqual(['2 ok', '12 ok', '22 ok']);
  });

  test('is delivered once the consumer has room, and once only while nothing goes wrong', () => {
    const simulation = simulate(scenario({ arrivals: [0, 0, 0, 0] }));
    simulation.runUntil(33);
    // Two at a time: 2–32, then 32–62.
    expect(resultOf(simulation).units.mail.slotQueue.maxLength).toBe(0);
    expect(resultOf(simulation).calls['log->mail']).toMatchObject({ attempts: 4, ok: 2 });
    simulation.runUntil(62);
    expect(resultOf(simulation).calls['log->mail']).toMatchObject({
      attempts: 4,
      ok: 4,
      failed: 0,
    });
  });
});

describe('messages', () => {
  const delivered = (simulation: ReturnType<typeof simulate>) =>
    resultOf(simulation).calls['log->mail'];

  test('wait while the consumer is down, and are delivered when it is back', () => {
    const timeline: Scenario['timeline'] = [
      { atMs: 0, fault: 'crash', unit: 'mail', untilMs: 500 },
    ];
    const simulation = simulate(scenario({ timeline }));
    expect(endings(simulation, 499)).toEqual(['2 ok', '12 ok', '22 ok']);
    expect(delivered(simulation).attempts).toBe(0);
    simulation.runUntil(561);
    expect(delivered(simulation)).toMatchObject({ attempts: 3, ok: 3, failed: 0 });
  });

  test('that a crash cut off are delivered again: at least once, nothing lost', () => {
    const timeline: Scenario['timeline'] = [{ atMs: 5, fault: 'crash', unit: 'mail' }];
    const simulation = simulate(scenario({ timeline, arrivals: [0] }));
    simulation.runUntil(900);
    expect(delivered(simulation)).toMatchObject({ attempts: 1, ok: 0, failed: 1 });
    // Delivered again one second after the failure.
    simulation.runUntil(1034);
    expect(delivered(simulation).ok).toBe(0);
    simulation.runUntil(1035);
    expect(delivered(simulation)).toMatchObject({ attempts: 2, retries: 1, ok: 1, failed: 1 });
  });

  test('are kept, but not delivered, while their broker is down', () => {
    const timeline: Scenario['timeline'] = [
      { atMs: 0, fault: 'crash', unit: 'mail', untilMs: 200 },
      { atMs: 100, fault: 'crash', unit: 'log', untilMs: 400 },
    ];
    const simulation = simulate(scenario({ timeline, arrivals: [0, 10, 150] }));
    // What the broker does not have fails for its caller.
    expect(endings(simulation, 399)).toEqual(['2 ok', '12 ok', '150 unavailable']);
    expect(delivered(simulation).attempts).toBe(0);
    simulation.runUntil(430);
    expect(delivered(simulation)).toMatchObject({ attempts: 2, ok: 2 });
  });

  test('within one process are delivered without network cost', () => {
    const units = [
      { id: 'shop', modules: ['shop'] },
      { id: 'rest', modules: ['log', 'mail'] },
    ];
    const network = { latencyMs: 4 };
    const simulation = simulate(scenario({ units, network, arrivals: [0] }));
    expect(endings(simulation, 35)).toEqual(['10 ok']);
    // Sent at 0, there at 4, in the log at 6, consumed at 36.
    expect(resultOf(simulation).units.rest.throughputPerSecond).toBeCloseTo(1000 / 35, 9);
    simulation.runUntil(36);
    expect(resultOf(simulation).units.rest.throughputPerSecond).toBeCloseTo(2000 / 36, 9);
  });

  test('of an endlessly failing consumer come back again and again', () => {
    const timeline: Scenario['timeline'] = [
      { atMs: 0, fault: 'errors', module: 'mail', rate: 1, untilMs: 5500 },
    ];
    const simulation = simulate(scenario({ timeline, arrivals: [0] }));
    simulation.runUntil(10_000);
    // At 2, 1002, … 6002: six failures, then a success.
    expect(delivered(simulation)).toMatchObject({ attempts: 7, retries: 6, ok: 1, failed: 6 });
  });
});
