import { groupOf, type WaterfallRow } from './waterfall-rows';

export interface SpanBarProps {
  row: WaterfallRow;
  /** When the request came, simulated ms. */
  originMs: number;
  axisMs: number;
  /** Place of the journey in the document, from 0. */
  journey: number;
}

/**
 * A span on the time axis: a thin line from its beginning to its end, and on it
 * what passes its own time. What nobody waits for is hollow; a point says that it goes on beyond the axis.
 */
export function SpanBar({ row, originMs, axisMs, journey }: SpanBarProps) {
  const hue = journey < 4 ? `var(--journey-${journey + 1})` : 'var(--journey-other)';
  const across = (startMs: number, endMs: number) => {
    const from = Math.min(1, (startMs - originMs) / axisMs);
    const to = Math.min(1, (endMs - originMs) / axisMs);
    return { left: `${from * 100}%`, width: `${(to - from) * 100}%` };
  };
  const vainMs = row.inVainFromMs ?? Number.POSITIVE_INFINITY;
  const pieces = row.parts.flatMap((part) => {
    const cuts = vainMs > part.startMs && vainMs < part.endMs ? [vainMs] : [];
    const ends = [...cuts, part.endMs];
    return ends.map((endMs, index) => {
      const startMs = index === 0 ? part.startMs : cuts[0];
      return { kind: part.kind, startMs, endMs, isVain: startMs >= vainMs };
    });
  });
  return (
    <div className="span-bar" aria-hidden="true" style={{ '--hue': hue } as React.CSSProperties}>
      <i className="span-extent" style={across(row.startMs, Math.min(row.endMs, vainMs))} />
      {vainMs < row.endMs && (
        <i className="span-extent is-vain" style={across(vainMs, row.endMs)} />
      )}
      {pieces.map(({ kind, startMs, endMs, isVain }) => (
        <i
          key={`${kind} ${startMs}`}
          className={`span-part span-${groupOf(kind)} ${isVain ? 'is-vain' : ''}`}
          style={across(startMs, endMs)}
        />
      ))}
      {row.endMs - originMs > axisMs && <i className="span-on" />}
    </div>
  );
}
