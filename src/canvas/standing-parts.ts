/** Where the parts of the diagrams on the page stand, for those who change a cut and leave standing what stood. */
import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import type { UnitForm } from './canvas-graph';
import type { CallWays } from './kept-ways';
import type { Box } from './layout/box';

export interface StandingParts {
  form: UnitForm;
  /** Of the customers, the units and their modules, by node id. */
  boxes: ReadonlyMap<string, Box>;
  /** Planned ways of calls between the customers and the units; none where all calls find theirs among the boxes. */
  ways: CallWays;
  /** Width of the pane by its height. */
  paneAspect: number;
}

const known = new Map<string, () => StandingParts>();

/** `undefined` where no diagram of the deployment is shown. */
export function standingPartsOf(deploymentId: string): StandingParts | undefined {
  return known.get(deploymentId)?.();
}

export function useStandingParts(
  deploymentId: string,
  form: UnitForm,
  { boxes, ways }: Pick<StandingParts, 'boxes' | 'ways'>,
): void {
  const { getState } = useStoreApi();
  useEffect(() => {
    const own = () => ({ form, boxes, ways, paneAspect: getState().width / getState().height });
    known.set(deploymentId, own);
    return () => void (known.get(deploymentId) === own && known.delete(deploymentId));
  }, [deploymentId, form, boxes, ways, getState]);
}
