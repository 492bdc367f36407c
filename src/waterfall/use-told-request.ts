import { useEffect, useState } from 'react';
import { pagePool } from '../playback/run-pool';
import type { RequestWish } from '../workspace/request-wish';
import type { RequestSubject, ToldRequest } from './request-subject';
import { tellRequest } from './tell-request';

export type Telling =
  | { readonly mode: 'loading' }
  | { readonly mode: 'told'; readonly request: ToldRequest }
  /** There is no such request so far. */
  | { readonly mode: 'none' }
  | { readonly mode: 'broken'; readonly message: string };

/** The story of what is wished for; told anew when the run becomes another. */
export function useToldRequest(
  subject: RequestSubject,
  wish: RequestWish,
  nowMs: () => number,
): Telling {
  const [telling, setTelling] = useState<Telling>({ mode: 'loading' });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const pool = pagePool();
    setTelling({ mode: 'loading' });
    tellRequest(subject, wish, nowMs(), (job, own) => pool.run(job, own), signal)
      .then((request) => {
        if (signal.aborted) return;
        setTelling(request === null ? { mode: 'none' } : { mode: 'told', request });
      })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        const message = error instanceof Error ? error.message : String(error);
        setTelling({ mode: 'broken', message });
      });
    return () => controller.abort();
  }, [subject, wish, nowMs]);
  return telling;
}
