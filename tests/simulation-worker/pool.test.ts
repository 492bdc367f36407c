import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { windowFieldCount } from '../../src/simulation/frame';
import type { RunJob } from '../../src/simulation/replications/run-job';
import { runDeployment } from '../../src/simulation/run-deployment';
import { JobFailure, RunPool } from '../../src/simulation-worker/pool';
import { PoolInPagePort } from '../../src/simulation-worker/pool-in-page-port';
import type { PoolPort, PoolRequest } from '../../src/simulation-worker/pool-protocol';

/** A worker that answers only when told. */
class HeldPort implements PoolPort {
  onmessage: PoolPort['onmessage'] = null;
  onerror: PoolPort['onerror'] = null;
  onmessageerror: PoolPort['onmessageerror'] = null;
  readonly asked: PoolRequest[] = [];
  isTerminated = false;

  postMessage(request: PoolRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

function jobOf(seed: number, changes: Partial<RunJob> = {}): RunJob {
  return {
    document: shop,
    deploymentId: 'monolith',
    seed,
    seconds: 3,
    warmupSeconds: 0,
    script: [],
    hasWindows: false,
    ...changes,
  };
}

function heldPool(size: number) {
  const ports: HeldPort[] = [];
  const pool = new RunPool({
    createPort: () => {
      ports.push(new HeldPort());
      return ports[ports.length - 1];
    },
    size,
  });
  return { pool, ports };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a pool of workers', () => {
  test('that is prepared has its workers open, and gives each job once', async () => {
    const { pool, ports } = heldPool(2);
    pool.prepare();
    const runs = [1, 2, 3].map((seed) => pool.run(jobOf(seed)));
    await settled();
    pool.prepare();
    await settled();
    expect(ports).toHaveLength(2);
    expect(ports.map(({ asked }) => asked.map(({ type }) => type))).toEqual([
      ['document', 'run'],
      ['document', 'run'],
    ]);
    pool.dispose();
    expect(runs).toHaveLength(3);
  });

  test('gives the very run that the engine gives by itself', async () => {
    const pool = new RunPool({ createPort: () => new PoolInPagePort(), size: 2 });
    const results = await Promise.all([1, 2, 3].map((seed) => pool.run(jobOf(seed))));
    pool.dispose();
    expect(results.map(({ result }) => result)).toEqual(
      [1, 2, 3].map((seed) =>
        runDeployment({ document: shop, deploymentId: 'monolith', seed, seconds: 3 }),
      ),
    );
  });

  test('applies commands when they were given, and hands out every window', async () => {
    const pool = new RunPool({ createPort: () => new PoolInPagePort(), size: 1 });
    const fault = { kind: 'module-fault', moduleId: 'web', faultKind: 'crash' } as const;
    const command = { ...fault, fault: { kind: 'crash' } } as const;
    const script = [{ atMs: 2000, command }];
    const { result, windows } = await pool.run(jobOf(1, { script, hasWindows: true }));
    const healthy = await pool.run(jobOf(1, { seconds: 2 }));
    pool.dispose();
    expect(windows?.length).toBe(6 * windowFieldCount);
    expect(healthy.result.availability).toBe(1);
    expect(result.availability).toBeLessThan(0.8);
  });

  test('says which seed broke, and goes on with the others', async () => {
    const pool = new RunPool({ createPort: () => new PoolInPagePort(), size: 1 });
    const broken = pool.run(jobOf(7, { deploymentId: 'nowhere' }));
    const fine = pool.run(jobOf(8));
    await expect(broken).rejects.toBeInstanceOf(JobFailure);
    await expect(broken).rejects.toMatchObject({ seed: 7 });
    expect((await fine).result.seed).toBe(8);
    pool.dispose();
  });

  test('has no more workers than it may, and tells each the document once', async () => {
    const { pool, ports } = heldPool(2);
    void pool.run(jobOf(1));
    const second = pool.run(jobOf(2));
    const third = pool.run(jobOf(3));
    await settled();
    expect(ports).toHaveLength(2);
    const data = {
      type: 'done',
      result: { result: {} as never, windows: null, requests: null, story: null },
    } as const;
    ports[1].onmessage?.(new MessageEvent('message', { data }));
    await second;
    ports[1].onmessage?.(new MessageEvent('message', { data }));
    await third;
    expect(ports[1].asked.map(({ type }) => type)).toEqual(['document', 'run', 'run']);
  });

  test('ends at once what is cancelled, and does the rest', async () => {
    const { pool, ports } = heldPool(1);
    const controller = new AbortController();
    const cancelled = [1, 2].map((seed) => pool.run(jobOf(seed), controller.signal));
    void pool.run(jobOf(3));
    await settled();
    controller.abort(new Error('enough'));
    for (const run of cancelled) await expect(run).rejects.toThrow('enough');
    await settled();
    expect(ports.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    expect(ports[1].asked).toMatchObject([{ type: 'document' }, { job: { seed: 3 } }]);
  });
});
