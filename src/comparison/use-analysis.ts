import { useCallback, useEffect, useRef, useState } from 'react';
import { pagePool } from '../playback/run-pool';
import type { RunOne } from './analysis-subject';

export interface Work {
  run: RunOne;
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

export interface Analysis<Outcome> {
  readonly mode: 'idle' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number;
  /** The last outcome, or what there is of it so far. */
  readonly outcome: Outcome | null;
  readonly error: Error | null;
  /** How long it took, ms; `null` until it is done. */
  readonly tookMs: number | null;
}

/** So often at most a watcher is told how far it has come, ms. */
const tellingMs = 100;

const idle = { mode: 'idle', done: 0, total: 0, outcome: null, error: null, tookMs: null } as const;

/** Something that takes many runs: started, cancelled, and ended with whoever shows it. */
export function useAnalysis<Outcome>() {
  const [state, setState] = useState<Analysis<Outcome>>(idle);
  const controller = useRef<AbortController | null>(null);
  const change = useCallback((own: AbortController, next: Partial<Analysis<Outcome>>) => {
    if (controller.current === own) setState((before) => ({ ...before, ...next }));
  }, []);
  const start = useCallback(
    async (work: (work: Work, show: (outcome: Outcome) => void) => Promise<Outcome>) => {
      controller.current?.abort();
      const own = new AbortController();
      controller.current = own;
      const pool = pagePool();
      const startedMs = performance.now();
      let toldMs = startedMs;
      setState({ ...idle, mode: 'running' });
      try {
        const outcome = await work(
          {
            run: (job, signal) => pool.run(job, signal),
            signal: own.signal,
            onProgress: (done, total) => {
              const nowMs = performance.now();
              if (done > 0 && done < total && nowMs < toldMs + tellingMs) return;
              toldMs = nowMs;
              change(own, { done, total });
            },
          },
          (partial) => change(own, { outcome: partial }),
        );
        change(own, { mode: 'done', outcome, tookMs: performance.now() - startedMs });
      } catch (error) {
        if (own.signal.aborted) return;
        const known = error instanceof Error ? error : new Error(String(error));
        change(own, { mode: 'failed', error: known });
        // One seed has broken: what the others would say is not asked for.
        own.abort();
      }
    },
    [change],
  );
  const cancel = useCallback(() => {
    const own = controller.current;
    if (own === null) return;
    change(own, { mode: 'cancelled' });
    own.abort();
  }, [change]);
  useEffect(() => () => controller.current?.abort(), []);
  return { state, start, cancel };
}
