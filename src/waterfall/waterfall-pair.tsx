import { useMemo, useState } from 'react';
import { Button, IconButton } from '../design/button';
import { Icon } from '../design/icon';
import type { UnitMoment } from '../simulation/unit-visit';
import type { RequestSubject, ToldRequest } from './request-subject';
import { rowSentence } from './row-words';
import type { WaterfallText } from './use-waterfall-text';
import { axisMs, rowMetAt, waterfallRows } from './waterfall-rows';
import { WaterfallTable } from './waterfall-table';

export interface WaterfallPairProps {
  request: ToldRequest;
  subject: RequestSubject;
  /** Where it was met: what it did there is told first. */
  met: UnitMoment | null;
  /** Of which deployment it was asked: the first step is one there. */
  askedId: string;
  text: WaterfallText;
  /** A span is looked at: the page goes to its instant and its unit. */
  onFollow(timeMs: number, deploymentId: string, unitId: string): void;
}

interface Chosen {
  side: number;
  index: number;
}

/** Stories whose lengths are so many times apart can be seen on scales of their own. */
const farApart = 3;

/** The stories side by side on one time axis, and a step through them. */
export function WaterfallPair(props: WaterfallPairProps) {
  const { request, subject, met, askedId, text, onFollow } = props;
  const { w, nameOf } = text;
  const { document, deployments } = subject;
  const { stories } = request;
  const told = useMemo(
    () => stories.map((story) => (story === null ? [] : waterfallRows(story))),
    [stories],
  );
  const [chosen, setChosen] = useState<Chosen | null>(() => {
    const side = deployments.findIndex(({ id }) => id === met?.deploymentId);
    const index = met === null || side < 0 ? -1 : rowMetAt(told[side], met);
    return index < 0 ? null : { side, index };
  });
  const [isOwnScale, setOwnScale] = useState(false);
  const axes = stories.map((story) => axisMs(isOwnScale ? [story] : stories));
  const choose = (side: number, index: number) => {
    const row = told[side]?.[index];
    if (row === undefined) return;
    setChosen({ side, index });
    onFollow(row.startMs, deployments[side].id, (row.visit ?? row.span).unitId);
  };
  const stepTo = (step: number) => {
    const asked = deployments.findIndex(({ id }) => id === askedId);
    const isTold = (told[asked] ?? []).length > 0;
    if (chosen === null && step > 0)
      choose(isTold ? asked : told.findIndex((rows) => rows.length > 0), 0);
    else if (chosen !== null) choose(chosen.side, chosen.index + step);
  };
  const row = chosen === null ? null : told[chosen.side][chosen.index];
  const place = chosen === null ? null : { document, deployment: deployments[chosen.side] };
  const origin = chosen === null ? null : stories[chosen.side];
  return (
    <>
      <div className="request-steps">
        <IconButton
          label={w('request.previous')}
          icon={<Icon name="right" className="is-back" />}
          aria-disabled={chosen === null || chosen.index === 0}
          onClick={() => stepTo(-1)}
        />
        <IconButton
          label={w('request.next')}
          icon={<Icon name="right" />}
          aria-disabled={chosen !== null && chosen.index === told[chosen.side].length - 1}
          onClick={() => stepTo(1)}
        />
        <p aria-live="polite">
          {row && place && origin
            ? rowSentence(row, origin.startMs, place, text)
            : w('request.hint')}
        </p>
        {areFarApart(stories) && (
          <Button
            variant="quiet"
            aria-pressed={isOwnScale}
            onClick={() => setOwnScale(!isOwnScale)}
          >
            {w('request.ownScale')}
          </Button>
        )}
        <Legend text={text} />
      </div>
      <div className="waterfall-pair">
        {stories.map((story, side) =>
          story === null ? (
            <p key={deployments[side].id} className="muted">
              {nameOf(deployments[side].name)}: {w('request.absent')}
            </p>
          ) : (
            <WaterfallTable
              key={story.deploymentId}
              story={story}
              rows={told[side]}
              place={{ document, deployment: deployments[side] }}
              axisMs={axes[side]}
              journey={request.journey}
              chosen={chosen?.side === side ? chosen.index : -1}
              onChoose={(index) => choose(side, index)}
              text={text}
            />
          ),
        )}
      </div>
    </>
  );
}

function areFarApart(stories: ToldRequest['stories']): boolean {
  const lengths = stories.map((story) => (story === null ? null : axisMs([story])));
  const known = lengths.filter((ms) => ms !== null);
  return Math.max(...known) > farApart * Math.min(...known);
}

function Legend({ text: { w } }: { text: WaterfallText }) {
  return (
    <ul className="waterfall-legend">
      {(['waiting', 'service', 'network', 'vain'] as const).map((group) => (
        <li key={group}>
          <i
            aria-hidden="true"
            className={`span-part ${group === 'vain' ? 'span-service is-vain' : `span-${group}`}`}
          />
          {w(`request.legend.${group}`)}
        </li>
      ))}
    </ul>
  );
}
