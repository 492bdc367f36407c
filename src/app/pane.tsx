import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { Panel } from '../design/panel';
import type { RunFeed } from '../playback/run-feed';
import { useText } from '../workspace/use-text';
import { Headline } from './headline';
import './pane.css';

export interface PaneProps {
  document: ArchitectureDocument;
  deployment: Deployment;
  feed: RunFeed;
}

/** One side of the comparison: its figures and its picture. */
export function Pane({ document, deployment, feed }: PaneProps) {
  const { nameOf } = useText();
  return (
    <Panel label={nameOf(deployment.name)} className="pane">
      <Headline document={document} deployment={deployment} feed={feed} />
    </Panel>
  );
}
