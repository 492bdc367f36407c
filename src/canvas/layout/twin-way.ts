/** The ways of two calls to and fro between the same boxes: on either side of one way, as on a road. */
import type { Point } from './box';
import type { Curve } from './edge-route';

/** Beside the way, so far to the right of who goes it, px; to the left where negative. */
export function twinWay(
  way: readonly Curve[],
  asidePx: number,
  direction: 'down' | 'sideways',
): Curve[] {
  return way.map((curve) => twinCurve(curve, asidePx, direction));
}

/** Shifted as a whole, so that twins cannot cross; where it swings over, along its way as well, to keep apart there. */
function twinCurve(
  { from, control1, control2, to }: Curve,
  asidePx: number,
  direction: 'down' | 'sideways',
): Curve {
  const alongX = direction === 'down' ? 0 : to.x < from.x ? -1 : 1;
  const alongY = direction === 'down' ? 1 : 0;
  const [rightX, rightY] = [-alongY, alongX];
  const length = (to.x - from.x) * alongX + (to.y - from.y) * alongY;
  const swing = (to.x - from.x) * rightX + (to.y - from.y) * rightY;
  const ahead = -Math.sign(swing * asidePx) * Math.min(Math.abs(asidePx), length / 4);
  const aside = ({ x, y }: Point, along = 0): Point => ({
    x: x + asidePx * rightX + along * alongX,
    y: y + asidePx * rightY + along * alongY,
  });
  return {
    from: aside(from),
    control1: aside(control1, ahead),
    control2: aside(control2, ahead),
    to: aside(to),
  };
}
