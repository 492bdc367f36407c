import { useMemo } from 'react';
import { cutOf } from '../architecture/cut';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { FigureCanvas } from '../canvas/figure-canvas';
import type { RunFeed } from '../playback/run-feed';
import type { StoryStep } from '../stories/story';
import type { FaultPeriod } from '../workspace/fault-periods';
import { useText } from '../workspace/use-text';
import { SideSuccess, useAfter } from './side-success';

export interface EmbedPaneProps {
  document: ArchitectureDocument;
  deployment: Deployment;
  feed: RunFeed;
  /** The faults that hold right now. */
  faults: readonly FaultPeriod[];
  /** What the story speaks of. */
  emphasis: StoryStep['emphasis'] | null;
  /** Which line of the chart is this side's: 1 or 2. */
  place: number;
  /** Whether name and success stand above the picture. */
  hasHead: boolean;
}

/** One side: its name, its success and its picture, which nobody can disarrange. */
export function EmbedPane({
  document,
  deployment,
  feed,
  faults,
  emphasis = null,
  place,
  hasHead,
}: EmbedPaneProps) {
  const text = useText();
  const after = useAfter(document);
  const cut = useMemo(() => cutOf(document, deployment.id), [document, deployment.id]);
  return (
    <section className={`embed-pane embed-pane-${place}`} aria-label={text.nameOf(deployment.name)}>
      {hasHead && (
        <header className="embed-pane-head">
          <h2>{text.nameOf(deployment.name)}</h2>
          <SideSuccess
            document={document}
            deployment={deployment}
            feed={feed}
            write={(outcome) =>
              text.t('embed.success', {
                share: text.format.percent(outcome.success),
                after: after(outcome),
              })
            }
          />
        </header>
      )}
      <div className="embed-picture">
        <FigureCanvas
          document={document}
          cut={cut}
          feed={feed}
          text={text}
          faults={faults}
          emphasis={emphasis}
        />
      </div>
    </section>
  );
}
