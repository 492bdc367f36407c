import { beforeAll, describe, expect, it } from 'vitest';
import { SimulationClient } from '../../src/simulation-worker/client';
import { InPagePort } from '../../src/simulation-worker/in-page-port';
import { eventually } from '../eventually';
import { runOf } from './two-deployments';

function clientInPage() {
  const heard: (string | number)[] = [];
  const client = new SimulationClient(() => new InPagePort());
  client.listen({
    onReady: () => heard.push('ready'),
    onFrame: (frame) => heard.push(frame.timeMs),
    onForeseen: (frame) => heard.push(`foreseen ${frame.timeMs}`),
    onApplied: ({ command }) => heard.push(command.kind),
    onFound: (timeMs) => heard.push(`found ${timeMs}`),
    onFailed: ({ message }) => heard.push(message),
  });
  return {
    client,
    heard,
    /** Asks until the run has come so far: on a busy machine an answer may come short of it. */
    async goTo(toMs: number): Promise<void> {
      while (heard.at(-1) !== toMs) {
        const count = heard.length;
        client.advance(toMs, 1);
        await eventually(() => expect(heard.length).toBeGreaterThan(count));
      }
    },
  };
}

// The first time the engine is read takes longer than anything that is tested here.
beforeAll(() => import('../../src/simulation-worker/in-page-host'));

describe('the engine in the page, where no worker is allowed', () => {
  it('answers through the same door, also what was asked before it was loaded', async () => {
    const { client, heard, goTo } = clientInPage();
    client.start(runOf());
    client.advance(0, 1);
    await eventually(() => expect(heard).toEqual(['ready', 0]));
    await goTo(250);
  });

  it('goes back in a run, and tells when a command took effect', async () => {
    const { client, heard, goTo } = clientInPage();
    client.start(runOf());
    await goTo(300);
    client.resume([], 200);
    await eventually(() => expect(heard.at(-1)).toBe('ready'));
    await goTo(200);
    client.send({ kind: 'arrival-rate', arrivalRatePerSecond: 5 });
    await eventually(() => expect(heard.at(-1)).toBe('arrival-rate'));
  });

  it('never answers within the call that asks, as a worker never does', async () => {
    const { client, heard } = clientInPage();
    client.start(runOf());
    await eventually(() => expect(heard).toEqual(['ready']));
    client.advance(0, 1);
    expect(heard).toEqual(['ready']);
    await eventually(() => expect(heard).toEqual(['ready', 0]));
  });

  it('reports a deployment that does not exist as a failure', async () => {
    const { client, heard } = clientInPage();
    client.start(runOf({ deploymentIds: ['nowhere'] }));
    await eventually(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toContain('nowhere');
  });

  it('is silent once terminated', async () => {
    const { client, heard } = clientInPage();
    client.start(runOf());
    client.dispose();
    const other = clientInPage();
    other.client.start(runOf());
    await eventually(() => expect(other.heard).toEqual(['ready']));
    expect(heard).toEqual([]);
  });
});
