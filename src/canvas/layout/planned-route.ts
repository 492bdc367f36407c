/** Ways of calls that are planned along with the places of what they join. */
import type { Box } from './box';
import type { Curve } from './edge-route';

export interface PlannedDrawing {
  boxes: Map<string, Box>;
  routes: PlannedRoute[];
}

export interface PlannedRoute {
  fromId: string;
  toId: string;
  curves: readonly Curve[];
}
