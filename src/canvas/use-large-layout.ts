/** The layout for diagrams that are not plain, loaded with the first of them. */
import { use } from 'react';
import type { Cut } from '../architecture/cut';
import { isPlain } from './canvas-layout';
import type { LargeLayout } from './layout/large-layout';

let loading: Promise<LargeLayout> | undefined;

/** `null` for a plain diagram; suspends until the layout is there for another one. */
export function useLargeLayout(cut: Cut): LargeLayout | null {
  if (isPlain(cut)) return null;
  loading ??= import('./layout/large-layout').then((loaded) => loaded.largeLayout);
  return use(loading);
}
