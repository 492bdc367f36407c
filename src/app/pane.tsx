import { useCallback, useMemo } from 'react';
import { cutOf } from '../architecture/cut';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { DeploymentCanvas } from '../canvas/deployment-canvas';
import type { SeatAtInstant } from '../canvas/seat-picking';
import { later } from '../design/later';
import { Panel } from '../design/panel';
import type { VisitsAt } from '../playback/playback';
import type { RunFeed } from '../playback/run-feed';
import { storyById } from '../stories/stories';
import { useElementSize } from '../timeline/use-element-size';
import type { FaultPeriod } from '../workspace/fault-periods';
import { noPositions, type Position } from '../workspace/positions';
import { useRecutNews } from '../workspace/recut/recut-news';
import { lookInto } from '../workspace/request-wish';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import type { Selection } from '../workspace/workspace';
import { Headline } from './headline';
import { useRecutDrop } from './recut/use-recut-drop';
import { StoppedNote } from './stopped-note';
import './pane.css';

const RecutNote = later(async () => (await import('./recut/recut-note')).RecutNote);

export interface PaneProps {
  document: ArchitectureDocument;
  deployment: Deployment;
  feed: RunFeed;
  visitsAt: VisitsAt;
  /** The faults that hold right now. */
  faults: readonly FaultPeriod[];
  /** Asked for the menu of a part, at a place of the window in CSS pixels. */
  onMenu(selection: Selection | null, x: number, y: number): void;
}

function lookIntoThis(request: { journey: number; number: number }): void {
  lookInto({ kind: 'this', ...request });
}

/** One side of the comparison: its figures and its picture. */
export function Pane({ document, deployment, feed, visitsAt, faults, onMenu }: PaneProps) {
  const text = useText();
  const { id } = deployment;
  const cut = useMemo(() => cutOf(document, id), [document, id]);
  const emphasis = useWorkspace(
    ({ storyId, storyStep }) => storyById(storyId)?.steps[storyStep]?.emphasis ?? null,
  );
  const selection = useWorkspace((state) => state.selection);
  const alsoSelected = useWorkspace((state) => state.alsoSelected);
  const positions = useWorkspace((state) => state.positions[id] ?? noPositions);
  const ways = useWorkspace((state) => state.ways[id]);
  const select = useWorkspace((state) => state.select);
  const moveNode = useWorkspace((state) => state.moveNode);
  const forgetPositions = useWorkspace((state) => state.forgetPositions);
  const move = useCallback(
    (nodeId: string, position: Position) => moveNode(id, nodeId, position),
    [moveNode, id],
  );
  const tidy = useCallback(() => forgetPositions(id), [forgetPositions, id]);
  const drop = useRecutDrop(id);
  const lookIntoSeat = useCallback(
    async ({ unitId, atMs, replica, slot, queuePlace }: SeatAtInstant) => {
      const met = { deploymentId: id, unitId, atMs };
      const visits = await visitsAt(met);
      const visit = visits?.find(
        (own) => own.replica === replica && own.slot === slot && own.queuePlace === queuePlace,
      );
      if (visit === undefined) return;
      lookInto({ kind: 'this', journey: visit.journey, number: visit.number, met });
    },
    [visitsAt, id],
  );
  const news = useRecutNews(document, id);
  const [picture, room] = useElementSize<HTMLDivElement>();
  return (
    <Panel label={text.nameOf(deployment.name)} className="pane">
      <Headline document={document} deployment={deployment} feed={feed} />
      <div className="pane-picture" ref={picture}>
        <DeploymentCanvas
          document={document}
          cut={cut}
          feed={feed}
          text={text}
          faults={faults}
          emphasis={emphasis}
          selection={selection}
          alsoSelected={alsoSelected}
          onSelect={select}
          room={room}
          positions={positions}
          ways={ways}
          onMove={move}
          onTidy={tidy}
          onDrop={drop}
          onMenu={onMenu}
          onRequest={lookIntoThis}
          onSeat={lookIntoSeat}
        />
        {news !== null && <RecutNote deployment={deployment} news={news} />}
      </div>
      <StoppedNote deploymentId={id} feed={feed} />
    </Panel>
  );
}
