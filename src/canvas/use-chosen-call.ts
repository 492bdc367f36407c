/** Which line of calls is selected, here or in another deployment, and what a click on a line selects. */
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
  const callId = selection?.kind === 'call' ? selection.id : null;
  const isOurs = selection?.deploymentId === deploymentId;
  const selectedId = isOurs ? callId : null;
  const chosen = calls.find(
    ({ bundle }) => callId !== null && callIdsOf(cut, bundle).includes(callId),
  );
  const chosenId = chosen?.bundle.id ?? null;
  const choose = useCallback(
    (bundle: CallBundle) => {
      // One line may stand for the calls of several modules: each click leads to the next of them.
      const ids = callIdsOf(cut, bundle);
      const next = selectedId === null ? 0 : (ids.indexOf(selectedId) + 1) % ids.length;
      onSelect({ deploymentId, kind: 'call', id: ids[next] });
    },
    [cut, deploymentId, selectedId, onSelect],
  );
  /** What the menu of a line is about: the call of it that is selected, else its first. */
  const selectionOfLine = useCallback(
    (bundleId: string): Selection | null => {
      const line = calls.find(({ bundle }) => bundle.id === bundleId);
      if (line === undefined) return null;
      const ids = callIdsOf(cut, line.bundle);
      const id = selectedId !== null && ids.includes(selectedId) ? selectedId : ids[0];
      return { deploymentId, kind: 'call', id };
    },
    [cut, calls, deploymentId, selectedId],
  );
  return {
    id: isOurs ? chosenId : null,
    counterpartId: isOurs ? null : chosenId,
    choose,
    selectionOfLine,
  };
}

function callIdsOf({ edges }: Cut, { edgeIndices }: CallBundle): string[] {
  return edgeIndices.map((index) => callIdOf(edges[index].callerId, edges[index].calleeId));
}
