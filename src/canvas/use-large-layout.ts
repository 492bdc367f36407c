/** The layout for diagrams that are not plain, loaded before the first of them. */
import { use, useEffect, useMemo } from 'react';
import type { Cut } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import type { LargeLayout } from './layout/large-layout';
import { isPlain } from './plain-rows';

let loading: Promise<LargeLayout | null> | undefined;

/** `null` where the file cannot be had, without a network, say: rows are less neat, and no reason to show nothing. */
function load(): Promise<LargeLayout | null> {
  loading ??= import('./layout/large-layout').then(
    (loaded) => loaded.largeLayout,
    () => {
      loading = undefined;
      return null;
    },
  );
  return loading;
}

/** What each diagram on the page was given: an edit does not wait again, nor find its parts elsewhere. */
const givenTo = new Map<string, Promise<LargeLayout | null>>();

/**
 * `null` for a plain diagram, and for one whose layout could not be loaded; the next diagram
 * asks for it again. Suspends until that is known. `mayCut`: somebody may be about to cut a
 * plain diagram into one that is not.
 */
export function useLargeLayout(
  document: ArchitectureDocument,
  cut: Cut,
  mayCut: boolean,
): LargeLayout | null {
  const diagram = `${document.id} ${cut.deployment.id}`;
  const isInRows = useMemo(() => isPlain(document, cut), [document, cut]);
  useEffect(() => {
    if (mayCut) void load();
  }, [mayCut]);
  useEffect(() => () => void givenTo.delete(diagram), [diagram]);
  if (isInRows) return null;
  const given = givenTo.get(diagram) ?? load();
  givenTo.set(diagram, given);
  return use(given);
}
