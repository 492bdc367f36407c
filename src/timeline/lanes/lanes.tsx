import { useId, useRef, useState } from 'react';
import type { ArchitectureDocument, Deployment } from '../../architecture/document';
import type { RunFeed } from '../../playback/run-feed';
import { useChartsText } from '../expanded/use-charts-text';
import type { TimeDomain } from '../time-domain';
import { BeyondButton } from './beyond-button';
import { BlockButton } from './block-button';
import { BlockForm } from './block-form';
import { placedBlocks } from './block-rows';
import { BreakerLane } from './breaker-lane';
import { type Proposal, proposalFor } from './first-block';
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

/** A block takes at least this share of the picture in its row, so that it can be caught. */
const leastShare = 0.02;

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
  const [form, setForm] = useState<OpenForm | null>(null);
  const ref = useRef<HTMLElement>(null);
  const hintId = useId();
  const openNew = (lane: LaneId, atMs: number | null) => {
    const presentMs = Math.floor((feed.current()?.timeMs ?? 0) / 1000) * 1000;
    const proposal = proposalFor(lane, document, deployments, atMs ?? presentMs);
    if (proposal !== null) setForm({ lane, proposal, block: null });
  };
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
        const blocks = edits.blocks.filter(({ happening }) => laneOf(happening) === lane);
        const placed = placedBlocks(
          blocks,
          Math.max(domain.toMs, ...blocks.map(({ happening }) => happening.atMs)),
          (domain.toMs - domain.fromMs) * leastShare,
        );
        const earlier = placed.filter(({ untilMs }) => untilMs < domain.fromMs).reverse();
        const later = placed.filter(({ fromMs }) => fromMs > domain.toMs);
        const seen = placed.filter((each) => !earlier.includes(each) && !later.includes(each));
        const open = (block: LaneBlock) => setForm({ lane, proposal: block, block });
        const beyond = { document, onOpen: open };
        return (
          <LaneRow
            key={lane}
            lane={lane}
            domain={domain}
            rowCount={blocks.length === 0 ? 0 : Math.max(1, ...seen.map(({ row }) => row + 1))}
            onAdd={
              proposalFor(lane, document, deployments, 0) === null
                ? null
                : (atMs) => openNew(lane, atMs)
            }
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
            <BeyondButton side="before" blocks={earlier.map(({ block }) => block)} {...beyond} />
            <BeyondButton side="after" blocks={later.map(({ block }) => block)} {...beyond} />
          </LaneRow>
        );
      })}
      <BreakerLane feed={feed} document={document} deployments={deployments} domain={domain} />
      {form !== null && (
        <BlockForm
          {...form}
          document={document}
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
