import type { LawRow } from './run-laws';

const width = 180;
const height = 26;

/** Theory as a line, the tolerance around it, the replications as points, their mean with its interval. */
export function LawStrip({ outcome, points }: LawRow) {
  const { theory, tolerance, simulated, halfWidth } = outcome;
  const reach = 3 * Math.max(tolerance, halfWidth, Math.abs(simulated - theory)) || 1;
  const x = (value: number) =>
    width * (0.5 + 0.5 * Math.max(-1, Math.min(1, (value - theory) / reach)));
  const middle = height / 2;
  return (
    <svg className="law-strip" width={width} height={height} aria-hidden="true">
      <rect
        className="law-tolerance"
        x={x(theory - tolerance)}
        width={Math.max(1, x(theory + tolerance) - x(theory - tolerance))}
        height={height}
      />
      {points
        .filter((value) => Math.abs(value - theory) < reach)
        .map((value) => (
          <circle key={value} className="law-point" cx={x(value)} cy={middle} r={2} />
        ))}
      <line className="law-theory" x1={width / 2} x2={width / 2} y2={height} />
      <line
        className="law-interval"
        x1={x(simulated - halfWidth)}
        x2={x(simulated + halfWidth)}
        y1={middle}
        y2={middle}
      />
      <circle className="law-mean" cx={x(simulated)} cy={middle} r={3.5} />
    </svg>
  );
}
