import { useMemo, useState } from 'react';
import { IconButton } from '../design/button';
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
  text: WaterfallText;
  /** A span is looked at: the page goes to its instant and its unit. */
  onFollow(timeMs: number, deploymentId: string, unitId: string): void;
}

interface Chosen {
  side: number;
  index: number;
}

/** The stories side by side on one time axis, and a step through them. */
export function WaterfallPair({ request, subject, met, text, onFollow }: WaterfallPairProps) {
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
  const axis = axisMs(stories);
  const choose = (side: number, index: number) => {
    const row = told[side]?.[index];
    if (row === undefined) return;
    setChosen({ side, index });
    onFollow(row.startMs, deployments[side].id, (row.visit ?? row.span).unitId);
  };
  const stepTo = (step: number) => {
    const first = Math.max(
      0,
      told.findIndex((rows) => rows.length > 0),
    );
    if (chosen === null) choose(first, 0);
    else choose(chosen.side, chosen.index + step);
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
          disabled={chosen === null || chosen.index === 0}
          onClick={() => stepTo(-1)}
        />
        <IconButton
          label={w('request.next')}
          icon={<Icon name="right" />}
          disabled={chosen !== null && chosen.index === told[chosen.side].length - 1}
          onClick={() => stepTo(1)}
        />
        <p aria-live="polite">
          {row && place && origin
            ? rowSentence(row, origin.startMs, place, text)
            : w('request.hint')}
        </p>
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
              axisMs={axis}
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
