import { describe, expect, it } from 'vitest';
import type { Command, TimedCommand } from '../../src/simulation/command';
import { readPageMessage } from '../../src/simulation-worker/page-message';
import type { PageMessage } from '../../src/simulation-worker/protocol';
import { runOf } from './two-deployments';

const timed = (atMs: number): TimedCommand => ({
  atMs,
  command: { kind: 'arrival-rate', arrivalRatePerSecond: 5 },
});

const command = (value: unknown) => ({ type: 'command', runId: 1, command: value });

describe('a message through the door', () => {
  it('of the protocol comes through as it is', () => {
    const messages: PageMessage[] = [
      { type: 'start', runId: 1, run: runOf() },
      { type: 'resume', runId: 2, script: [timed(0), timed(5), timed(5)], beforeMs: 12.5 },
      { type: 'advance', runId: 1, toMs: 0, speed: 0.25 },
      { type: 'find', runId: 1, fromMs: 12.5, occasion: 'request', isBack: true },
      {
        type: 'look',
        runId: 1,
        lookId: 3,
        moment: { deploymentId: 'left', unitId: 'shop', atMs: 2.5 },
      },
      {
        type: 'command',
        runId: 1,
        command: {
          kind: 'module-fault',
          moduleId: 'web',
          faultKind: 'slow',
          fault: { kind: 'slow', factor: 50 },
        },
      },
      {
        type: 'command',
        runId: 1,
        command: { kind: 'module-fault', moduleId: 'web', faultKind: 'crash', fault: null },
      },
    ];
    const place = { deploymentId: 'left', unitId: 'shop' };
    const pair = { callerId: 'web', calleeId: 'catalog' };
    const commands: Command[] = [
      { kind: 'unit-fault', ...place, faultKind: 'hog', fault: { kind: 'hog', cores: 0.5 } },
      { kind: 'replica-fault', ...place, replicaNumber: 2, faultKind: 'crash', fault: null },
      { kind: 'link-fault', ...pair, faultKind: 'loss', fault: { kind: 'loss', rate: 0.1 } },
      { kind: 'release', moduleId: 'web', strategy: 'canary', fault: { kind: 'crash' } },
      { kind: 'roll-back', moduleId: 'web' },
      { kind: 'policy', deploymentId: 'left', ...pair, policy: null },
      { kind: 'load-pattern', pattern: [{ atMs: 5, factor: 2, over: 0 }] },
    ];
    messages.push(
      ...commands.map((each) => ({ type: 'command', runId: 1, command: each }) as const),
    );
    for (const message of messages) {
      expect(readPageMessage(message)).toEqual({ isValid: true, message });
    }
  });

  it.each([
    ['no object', null, null],
    ['another type', { type: 'stop', runId: 1 }, 1],
    ['a goal that is no number', { type: 'advance', runId: 1, toMs: Number.NaN, speed: 1 }, 1],
    ['a speed of 0', { type: 'advance', runId: 1, toMs: 5, speed: 0 }, 1],
    ['no deployment', { type: 'start', runId: 2, run: runOf({ deploymentIds: [] }) }, 2],
    ['no document', { type: 'start', runId: 2, run: { ...runOf(), document: [] } }, 2],
    ['a rate of errors above 1', command({ kind: 'errors', rate: 2 }), 1],
    [
      'a pattern that is no list',
      command({ kind: 'load-pattern', pattern: { atMs: 0, factor: 2 } }),
      1,
    ],
    [
      'replica 0',
      command({
        kind: 'replica-fault',
        deploymentId: 'a',
        unitId: 'b',
        replicaNumber: 0,
        faultKind: 'crash',
        fault: null,
      }),
      1,
    ],
    [
      'a script out of order',
      { type: 'resume', runId: 1, script: [timed(5), timed(4)], beforeMs: 0 },
      1,
    ],
    [
      'an instant before the start',
      { type: 'start', runId: 3, run: runOf({ script: [timed(-1)] }) },
      3,
    ],
    [
      'half a replica',
      command({ kind: 'replicas', deploymentId: 'a', unitId: 'b', replicas: 0.5 }),
      1,
    ],
    [
      'no slots',
      command({ kind: 'concurrency', deploymentId: 'a', unitId: 'b', concurrency: 0 }),
      1,
    ],
  ])('with %s is refused, and says what is wrong', (_case, value, runId) => {
    const read = readPageMessage(value);
    expect(read.isValid).toBe(false);
    if (!read.isValid) {
      expect(read.runId).toBe(runId);
      expect(read.problem).toMatch(/^A message to the simulation( \(.+\))? is wrong: /);
    }
  });
});
