/** The last change of a cut, for the pane that shows it to tell of. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ArchitectureDocument, Deployment } from '../../architecture/document';
import type { RecutRefusal, RecutResult } from './recut';

export type RecutNews =
  | {
      readonly kind: 'done';
      readonly result: RecutResult;
      /** The deployment before the change. */
      readonly before: Deployment;
    }
  | {
      readonly kind: 'refused';
      readonly why: RecutRefusal;
      readonly document: ArchitectureDocument;
      readonly deploymentId: string;
      readonly moduleIds: readonly string[];
    };

const news = createStore<{ last: RecutNews | null }>(() => ({ last: null }));

export function tellRecut(last: RecutNews | null): void {
  news.setState({ last });
}

/** What there is to tell about a deployment of the document; `null` once the document has gone on. */
export function useRecutNews(
  document: ArchitectureDocument,
  deploymentId: string,
): RecutNews | null {
  return useStore(news, ({ last }) => {
    if (last === null) return null;
    const about = last.kind === 'done' ? last.result : last;
    return about.document === document && about.deploymentId === deploymentId ? last : null;
  });
}
