/** The page's pool for many runs; its workers are opened when there is something to do. */
import { RunPool } from '../simulation-worker/pool';
import type { PoolPort } from '../simulation-worker/pool-protocol';

/** More workers than this would only take memory from each other. */
const workersMax = 16;

let pool: RunPool | null = null;

/** One for the whole page: two sheets at once would only slow each other down. */
export function pagePool(): RunPool {
  const isInPage = hasNoWorkers();
  const cores = globalThis.navigator.hardwareConcurrency ?? 2;
  pool ??= new RunPool({
    createPort: isInPage ? createInPagePort : createWorkerPort,
    size: isInPage ? 1 : Math.max(1, Math.min(workersMax, cores)),
  });
  return pool;
}

/** How many runs may go on beside the page; 0 where the page would have to do the work itself. */
export function runsBesideMax(): number {
  return hasNoWorkers() ? 0 : pagePool().size;
}

/** A frame without an origin may open no worker. */
function hasNoWorkers(): boolean {
  return globalThis.origin === 'null';
}

function createWorkerPort(): PoolPort {
  return new Worker(new URL('../simulation-worker/pool-worker.ts', import.meta.url), {
    type: 'module',
  });
}

async function createInPagePort(): Promise<PoolPort> {
  const { PoolInPagePort } = await import('../simulation-worker/pool-in-page-port');
  return new PoolInPagePort();
}
