import { useCallback, useId, useMemo, useRef, useState } from 'react';
import type { ArchitectureDocument, Deployment } from '../../architecture/document';
import type { RunFeed } from '../../playback/run-feed';
import { useChartsText } from '../expanded/use-charts-text';
import type { TimeDomain } from '../time-domain';
import { BeyondButton } from './beyond-button';
import { BlockButton } from './block-button';
import { BlockForm } from './block-form';
import { useBlockRequest } from './block-request';
import { lanePicture } from './block-rows';
import { BreakerLane } from './breaker-lane';
import { canHappen, type Proposal, proposalFor } from './first-block';
import { type LaneId, laneIds, laneOf } from './happening';
import type { LaneBlock } from './lane-blocks';
import { LaneRow } from './lane-row';
import { useLaneEdits } from './use-lane-edits';
import './lanes.css';

export interface LanesProps {
  feed: RunFeed;
  /** As it is run, with what happens in an open story. */
  document: ArchitectureDocument;
  deployments: readonly Deployment[];
  domain: TimeDomain;
}

interface OpenForm {
  lane: LaneId;
  proposal: Proposal;
  /** `null` where the proposal is new. */
  block: LaneBlock | null;
}

/** What happens in the run, on the time axis of the charts, to be moved, stretched, added and removed. */
export function Lanes({ feed, document, deployments, domain }: LanesProps) {
  const { c } = useChartsText();
  const edits = useLaneEdits(document);
  const { blocks: allBlocks } = edits;
  const course = useMemo(() => ({ document, blocks: allBlocks }), [document, allBlocks]);
  const [form, setForm] = useState<OpenForm | null>(null);
  const ref = useRef<HTMLElement>(null);
  const hintId = useId();
  const openNew = useCallback(
    (lane: LaneId, atMs: number | null = null) => {
      const presentMs = Math.floor((feed.current()?.timeMs ?? 0) / 1000) * 1000;
      const proposal = proposalFor(lane, course, deployments, atMs ?? presentMs);
      if (proposal !== null) setForm({ lane, proposal, block: null });
    },
    [feed, course, deployments],
  );
  useBlockRequest(openNew);
  const remove = (block: LaneBlock) => {
    edits.remove(block);
    // The focus does not fall off the page with the block.
    const lane = ref.current?.querySelector(`[data-lane="${laneOf(block.happening)}"] button`);
    (lane as HTMLElement | null)?.focus();
  };
  return (
    <section ref={ref} className="lanes" aria-label={c('lanes.label')}>
      <p id={hintId} hidden>
        {c('lanes.hint')}
      </p>
      <p role="status" className="visually-hidden">
        {edits.said}
      </p>
      {laneIds.map((lane) => {
        const blocks = allBlocks.filter(({ happening }) => laneOf(happening) === lane);
        const { seen, before, after, rowCount } = lanePicture(blocks, domain);
        const open = (block: LaneBlock) => setForm({ lane, proposal: block, block });
        return (
          <LaneRow
            key={lane}
            lane={lane}
            domain={domain}
            rowCount={rowCount}
            onAdd={canHappen(lane, document, deployments) ? (atMs) => openNew(lane, atMs) : null}
          >
            {seen.map((each) => (
              <BlockButton
                key={each.block.key}
                placed={each}
                document={document}
                domain={domain}
                side={deployments.findIndex(({ id }) => id === each.block.deploymentId)}
                hintId={hintId}
                onMove={(span) => edits.move(each.block, span)}
                onRemove={() => remove(each.block)}
                onOpen={() => open(each.block)}
              />
            ))}
            <BeyondButton side="before" beyond={before} document={document} onOpen={open} />
            <BeyondButton side="after" beyond={after} document={document} onOpen={open} />
          </LaneRow>
        );
      })}
      <BreakerLane feed={feed} document={document} deployments={deployments} domain={domain} />
      {form !== null && (
        <BlockForm
          {...form}
          course={course}
          deployments={deployments}
          onSave={(proposal) => {
            if (form.block === null) edits.add(proposal);
            else edits.replace(form.block, proposal);
            setForm(null);
          }}
          onRemove={() => {
            if (form.block !== null) remove(form.block);
            setForm(null);
          }}
          onClose={() => setForm(null)}
        />
      )}
    </section>
  );
}
