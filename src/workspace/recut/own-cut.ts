import type { ArchitectureDocument, Deployment, LocalizedText } from '../../architecture/document';

export interface OwnCut {
  readonly deployment: Deployment;
  readonly isNew: boolean;
}

/** The cut of the user's own that a change of `source` goes into: `source` itself unless it was given. */
export function ownCutOf(
  document: ArchitectureDocument,
  source: Deployment,
  givenIds: readonly string[],
): OwnCut {
  if (!givenIds.includes(source.id)) return { deployment: source, isNew: false };
  const taken = new Set(document.deployments.map(({ id }) => id));
  const number = firstFree((n) => !taken.has(idOf(n)));
  return { deployment: { ...source, id: idOf(number), name: nameOf(number) }, isNew: true };
}

function idOf(number: number): string {
  return number === 1 ? 'my-cut' : `my-cut-${number}`;
}

function nameOf(number: number): LocalizedText {
  return number === 1
    ? { es: 'Mi corte', en: 'My cut' }
    : { es: `Mi corte ${number}`, en: `My cut ${number}` };
}

/** The first number from 1 on that is free. */
export function firstFree(isFree: (number: number) => boolean): number {
  let number = 1;
  while (!isFree(number)) number += 1;
  return number;
}
