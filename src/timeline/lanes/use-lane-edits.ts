import { useMemo, useState } from 'react';
import type { ArchitectureDocument } from '../../architecture/document';
import { useWorkspace, useWorkspaceStore } from '../../workspace/use-workspace';
import { useChartsText } from '../expanded/use-charts-text';
import { blockLabel, blockWords } from './block-words';
import type { Span } from './drag-block';
import type { Proposal } from './first-block';
import { at } from './happening';
import { added, type BlockChange, blocksOf, changed, type LaneBlock, removed } from './lane-blocks';

export interface LaneEdits {
  readonly blocks: readonly LaneBlock[];
  /** What was done last, for those who are read to. */
  readonly said: string;
  /** Moves of one block that follow each other at once are one step of the history. */
  move(block: LaneBlock, span: Span): void;
  replace(block: LaneBlock, by: Proposal): void;
  remove(block: LaneBlock): void;
  add(proposal: Proposal): void;
}

/** The blocks of the run on the page, and what can be done to them: each a step that can be undone. */
export function useLaneEdits(document: ArchitectureDocument): LaneEdits {
  const workspace = useWorkspaceStore();
  const script = useWorkspace((state) => state.script);
  const ownEventCount = useWorkspace((state) => state.document.timeline.length);
  const text = useChartsText();
  const [said, setSaid] = useState('');
  const blocks = useMemo(
    () => blocksOf({ document, ownEventCount, script }),
    [document, ownEventCount, script],
  );

  const make = (
    change: BlockChange | null,
    key: 'history.block.add' | 'history.block.change' | 'history.block.remove',
    name: string,
    mergeKey?: string,
  ) => {
    if (change === null) return;
    const { editDocument, editScript } = workspace.getState();
    const step = { label: { key, values: { name } }, mergeKey };
    if (change.kind === 'document') editDocument(change.change, step);
    else editScript(change.change, step);
  };
  const replace = (block: LaneBlock, { happening, deploymentId }: Proposal, mergeKey?: string) => {
    const name = blockWords(happening, document, text);
    const change = changed(document, block, happening, deploymentId);
    make(change, 'history.block.change', name, mergeKey);
    setSaid(blockLabel({ ...block, happening, deploymentId }, document, text));
  };
  return {
    blocks,
    said,
    replace,
    move: (block, { fromMs, untilMs }) => {
      const happening = at(block.happening, fromMs, untilMs);
      replace(block, { happening, deploymentId: block.deploymentId }, `block ${block.key}`);
    },
    remove: (block) => {
      const what = blockWords(block.happening, document, text);
      make(removed(block), 'history.block.remove', what);
      setSaid(text.c('lanes.removed', { what }));
    },
    add: ({ happening, deploymentId }) => {
      const what = blockWords(happening, document, text);
      make(added(document, happening, deploymentId), 'history.block.add', what);
      setSaid(what);
    },
  };
}
