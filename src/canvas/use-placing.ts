import { useCallback, useMemo } from 'react';
import type { Position } from '../workspace/positions';
import type { UnitForm } from './canvas-graph';
import { keptPlace, shownPlaces } from './placing';

export interface PlacingInput {
  unitForm: UnitForm;
  positions: Readonly<Record<string, Position>>;
  onMove(nodeId: string, position: Position): void;
}

/** The reader's places in the form that is drawn, and what they move there as it is kept. */
export function usePlacing({ unitForm, positions, onMove }: PlacingInput) {
  const places = useMemo(() => shownPlaces(unitForm, positions), [unitForm, positions]);
  const move = useCallback(
    (nodeId: string, position: Position) => onMove(nodeId, keptPlace(unitForm, nodeId, position)),
    [unitForm, onMove],
  );
  return { places, move };
}
