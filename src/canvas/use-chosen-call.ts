/** Which line of calls is selected, and what a click on a line selects. */
import { useCallback } from 'react';
import { type Cut, callIdOf } from '../architecture/cut';
import type { Selection } from '../workspace/workspace';
import type { DrawnCall } from './calls-layer';
import type { CallBundle } from './canvas-graph';

export interface ChosenCallInput {
  cut: Cut;
  calls: readonly DrawnCall[];
  selection: Selection | null;
  onSelect(selection: Selection | null): void;
}

export function useChosenCall({ cut, calls, selection, onSelect }: ChosenCallInput) {
  const deploymentId = cut.deployment.id;
  const isOurs = selection?.kind === 'call' && selection.deploymentId === deploymentId;
  const selectedId = isOurs ? selection.id : null;
  const chosen = calls.find(
    ({ bundle }) => selectedId !== null && callIdsOf(cut, bundle).includes(selectedId),
  );
  const choose = useCallback(
    (bundle: CallBundle) => {
      // One line may stand for the calls of several modules: each click leads to the next of them.
      const ids = callIdsOf(cut, bundle);
      const next = selectedId === null ? 0 : (ids.indexOf(selectedId) + 1) % ids.length;
      onSelect({ deploymentId, kind: 'call', id: ids[next] });
    },
    [cut, deploymentId, selectedId, onSelect],
  );
  return { id: chosen?.bundle.id ?? null, choose };
}

function callIdsOf({ edges }: Cut, { edgeIndices }: CallBundle): string[] {
  return edgeIndices.map((index) => callIdOf(edges[index].callerId, edges[index].calleeId));
}
