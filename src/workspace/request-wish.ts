/** Which single request is looked at from inside. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { UnitMoment } from '../simulation/unit-visit';

/** What somebody may want to see without knowing a request. */
export const requestKinds = ['slow', 'failed', 'usual'] as const;

export type RequestKind = (typeof requestKinds)[number];

export type RequestWish =
  /** One of this kind that ended lately in this deployment. */
  | { readonly kind: RequestKind; readonly deploymentId: string }
  /** A known one, by its journey's place in the document and its number within it. */
  | {
      readonly kind: 'this';
      readonly journey: number;
      readonly number: number;
      /** Where it was met, to be shown first. */
      readonly met?: UnitMoment;
    }
  /** One that stands behind a point of a chart of this deployment. */
  | { readonly kind: 'point'; readonly deploymentId: string; readonly point: RequestPoint };

/** A point of a chart: what ended in a stretch of time, and which of it. */
export interface RequestPoint {
  /** Simulated ms; the end itself is not part of it. */
  readonly fromMs: number;
  readonly toMs: number;
  /** The one that took most nearly so long, one that failed (or else any), or one in the middle. */
  readonly which: { readonly tookMs: number } | 'failed' | 'usual';
}

const store = createStore<{ readonly wish: RequestWish | null }>(() => ({ wish: null }));

export function lookInto(wish: RequestWish): void {
  store.setState({ wish });
}

export function stopLooking(): void {
  store.setState({ wish: null });
}

export function requestWish(): RequestWish | null {
  return store.getState().wish;
}

export function useRequestWish(): RequestWish | null {
  return useStore(store, ({ wish }) => wish);
}
