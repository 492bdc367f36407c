import type { ArchitectureDocument, Deployment } from '../architecture/document';
import type { Playback } from '../playback/playback';
import type { Story } from '../stories/story';
import { useStepReading } from '../storyline/step-reading';
import { faultLabel } from '../workspace/fault-label';
import type { FaultPeriod } from '../workspace/fault-periods';
import { useText } from '../workspace/use-text';
import { useAfter, useSideOutcome } from './side-success';

export interface StoryCaptionProps {
  story: Story;
  stepIndex: number;
  document: ArchitectureDocument;
  playback: Playback;
}

/** The step of the story, in a sentence. */
export function StoryCaption({ story, stepIndex, document, playback }: StoryCaptionProps) {
  const { caption } = useStepReading(story, stepIndex, document, playback.feed);
  return <p className="embed-caption">{caption}</p>;
}

export interface StateCaptionProps {
  document: ArchitectureDocument;
  deployments: readonly [Deployment, Deployment];
  playback: Playback;
  /** The faults that hold right now. */
  faults: readonly FaultPeriod[];
}

/** What is the matter right now, in a sentence. */
export function StateCaption({ document, deployments, playback, faults }: StateCaptionProps) {
  const text = useText();
  const { t, format, nameOf } = text;
  const [left, right] = deployments;
  const after = useAfter(document);
  const leftOutcome = useSideOutcome(document, left, playback.feed);
  const rightOutcome = useSideOutcome(document, right, playback.feed);
  if (faults.length === 0) return <p className="embed-caption">{t('embed.caption.calm')}</p>;
  return (
    <p className="embed-caption">
      {t('embed.caption.fault', {
        fault: [...new Set(faults.map((period) => faultLabel(period, document, text)))].join(', '),
        left: nameOf(left.name),
        leftShare: format.percent(leftOutcome.success),
        leftAfter: after(leftOutcome),
        right: nameOf(right.name),
        rightShare: format.percent(rightOutcome.success),
        rightAfter: after(rightOutcome),
      })}
    </p>
  );
}
