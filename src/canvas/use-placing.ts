import { useCallback, useMemo } from 'react';
import type { Position } from '../workspace/positions';
import { type UnitForm, unitNodeId } from './canvas-graph';
import type { PartDrop } from './part-drop';
import { keptPlace, keptPlaces, shownPlaces } from './placing';

export interface PlacingInput {
  unitForm: UnitForm;
  positions: Readonly<Record<string, Position>>;
  onMove(nodeId: string, position: Position): void;
  onDrop: ((drop: PartDrop) => void) | null;
}

/** The reader's places in the form that is drawn, and what they do there as it is kept. */
export function usePlacing({ unitForm, positions, onMove, onDrop }: PlacingInput) {
  const places = useMemo(() => shownPlaces(unitForm, positions), [unitForm, positions]);
  const move = useCallback(
    (nodeId: string, position: Position) => onMove(nodeId, keptPlace(unitForm, nodeId, position)),
    [unitForm, onMove],
  );
  const drop = useMemo(
    () =>
      onDrop === null
        ? null
        : (dropped: PartDrop) =>
            onDrop({
              ...dropped,
              at: keptPlace(unitForm, unitNodeId(''), dropped.at),
              places: dropped.places && keptPlaces(unitForm, dropped.places),
            }),
    [unitForm, onDrop],
  );
  return { places, move, drop };
}
