/** Which single request is looked at from inside. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What somebody may want to see without knowing a request. */
export const requestKinds = ['slow', 'failed', 'usual'] as const;

export type RequestKind = (typeof requestKinds)[number];

export type RequestWish =
  /** One of this kind that ended lately in this deployment. */
  | { readonly kind: RequestKind; readonly deploymentId: string }
  /** A known one, by its journey's place in the document and its number within it. */
  | { readonly kind: 'this'; readonly journey: number; readonly number: number };

const store = createStore<{ readonly wish: RequestWish | null }>(() => ({ wish: null }));

export function lookInto(wish: RequestWish): void {
  store.setState({ wish });
}

export function stopLooking(): void {
  store.setState({ wish: null });
}

export function useRequestWish(): RequestWish | null {
  return useStore(store, ({ wish }) => wish);
}
