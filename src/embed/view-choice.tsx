import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { SegmentedControl } from '../design/segmented-control';
import type { RunFeed } from '../playback/run-feed';
import { useText } from '../workspace/use-text';
import { SideSuccess } from './side-success';

export interface ViewChoiceProps {
  document: ArchitectureDocument;
  deployments: readonly [Deployment, Deployment];
  feed: RunFeed;
  view: string;
  /** There is room for one side only: no "both", and each side carries its success. */
  isNarrow: boolean;
  onChange(view: string): void;
}

export function ViewChoice(props: ViewChoiceProps) {
  const { document, deployments, feed, view, isNarrow, onChange } = props;
  const { t, format, nameOf } = useText();
  const [left, right] = deployments;
  const side = (deployment: Deployment) => ({
    value: deployment.id,
    label: isNarrow ? (
      <>
        {nameOf(deployment.name)}{' '}
        <SideSuccess
          document={document}
          deployment={deployment}
          feed={feed}
          write={({ success }) => format.percent(success)}
        />
      </>
    ) : (
      nameOf(deployment.name)
    ),
  });
  const both = { value: 'both', label: t('app.view.both') };
  return (
    <SegmentedControl
      className="embed-view"
      label={t('app.view')}
      segments={isNarrow ? [side(left), side(right)] : [side(left), both, side(right)]}
      value={view}
      onChange={onChange}
    />
  );
}
