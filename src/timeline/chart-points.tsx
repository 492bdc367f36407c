/** Points of a chart behind which requests stand: pointed at and clicked. Loaded when the pointer comes. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RunFeed } from '../playback/run-feed';
import { lookInto } from '../workspace/request-wish';
import { useWorkspace } from '../workspace/use-workspace';
import { useChartsText } from './expanded/use-charts-text';
import { type Figure, figureIds, figures } from './figures';
import { pointWords } from './point-words';
import { type ChartPoint, chartPointNear } from './request-points';
import type { TimeDomain } from './time-domain';
import type { PlotSize } from './trend-path';

export interface ChartPointsProps {
  feed: RunFeed;
  deploymentIds: readonly string[];
  figure: Figure;
  domain: TimeDomain;
  axisMax: number;
  size: PlotSize;
}

/** A pointer as far from a point still means it, px. */
const reachPx = { mouse: 9, finger: 22 };
/** A press that moves further drags the playhead, px. */
const dragPx = { mouse: 3, finger: 10 };

interface Press {
  readonly x: number;
  readonly y: number;
  readonly by: keyof typeof reachPx;
}

interface Pointed extends ChartPoint {
  readonly by: Press['by'];
  /** The stretch of time in whose picture it is. */
  readonly domain: TimeDomain;
}

/** Over the plot of a chart, whose frame is the nearest picture around it. */
export function ChartPoints(props: ChartPointsProps) {
  const { feed, deploymentIds, figure, domain, axisMax, size } = props;
  const area = useRef<SVGRectElement>(null);
  const pressed = useRef<Press | null>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const figureId = figureIds.find((id) => figures[id] === figure) ?? 'success';

  const pointUnder = useEffectEvent((event: MouseEvent, by: Press['by']): Pointed | null => {
    const frame = area.current?.getBoundingClientRect();
    if (frame === undefined) return null;
    const series = deploymentIds.map((id) => feed.series(id));
    const lines = { figureId, series, domain, axisMax, size };
    const [x, y] = [event.clientX - frame.x, event.clientY - frame.y];
    const found = chartPointNear(lines, x, y, reachPx[by]);
    return found && { ...found, by, domain };
  });
  const isOn = (shown: Pointed, event: MouseEvent): boolean => {
    const frame = area.current?.getBoundingClientRect();
    if (frame === undefined || shown.domain !== domain) return false;
    const [x, y] = [event.clientX - frame.x, event.clientY - frame.y];
    return Math.hypot(x - shown.x, y - shown.y) <= reachPx.finger;
  };
  const follow = useEffectEvent((event: PointerEvent) => {
    if (event.pointerType !== 'mouse') return;
    setPointed(event.buttons === 0 ? pointUnder(event, 'mouse') : null);
  });
  const press = useEffectEvent((event: PointerEvent) => {
    const by = event.pointerType === 'mouse' ? 'mouse' : 'finger';
    const isClick = event.button === 0 && event.isPrimary && !event.shiftKey;
    pressed.current = isClick ? { x: event.clientX, y: event.clientY, by } : null;
  });
  // A tap seeks: it shows the point that it is near to, and one on that opens what is behind it. The browser takes
  // a tap soon after a drag for a hand that stops a fling, and makes no click of it: the first one does without.
  const lift = useEffectEvent((event: PointerEvent) => {
    const from = pressed.current;
    if (from === null || from.by === 'mouse') return;
    const isDrag = isDragged(from, event);
    if (!isDrag && pointed !== null && isOn(pointed, event)) return;
    pressed.current = null;
    setPointed(isDrag ? null : pointUnder(event, from.by));
  });
  const choose = useEffectEvent((event: MouseEvent) => {
    const from = pressed.current;
    pressed.current = null;
    if (from === null || isDragged(from, event)) return;
    const found = from.by === 'finger' ? pointed : pointUnder(event, from.by);
    if (found === null) return;
    lookInto({ kind: 'point', deploymentId: deploymentIds[found.line], point: found.point });
  });
  useEffect(() => {
    const picture = area.current?.closest<HTMLElement>('[role=img]');
    if (!picture) return;
    const move = (event: PointerEvent) => follow(event);
    const down = (event: PointerEvent) => press(event);
    const up = (event: PointerEvent) => lift(event);
    const click = (event: MouseEvent) => choose(event);
    const leave = (event: PointerEvent) => {
      if (event.pointerType === 'mouse') setPointed(null);
    };
    picture.addEventListener('pointermove', move);
    picture.addEventListener('pointerdown', down);
    picture.addEventListener('pointerup', up);
    picture.addEventListener('click', click);
    picture.addEventListener('pointerleave', leave);
    return () => {
      picture.removeEventListener('pointermove', move);
      picture.removeEventListener('pointerdown', down);
      picture.removeEventListener('pointerup', up);
      picture.removeEventListener('click', click);
      picture.removeEventListener('pointerleave', leave);
    };
  }, []);
  return (
    <>
      <rect ref={area} width={size.width} height={size.height} fill="none" />
      {pointed?.domain === domain && <PointMark {...{ pointed, deploymentIds, size }} />}
    </>
  );
}

function isDragged(from: Press, { clientX, clientY }: MouseEvent): boolean {
  return Math.hypot(clientX - from.x, clientY - from.y) > dragPx[from.by];
}

interface PointMarkProps {
  pointed: Pointed;
  deploymentIds: readonly string[];
  size: PlotSize;
}

/** A ring on the line, and what a click opens. */
function PointMark({ pointed, deploymentIds, size }: PointMarkProps) {
  const text = useChartsText();
  const deploymentId = deploymentIds[pointed.line];
  const deployment = useWorkspace((state) =>
    state.document.deployments.find(({ id }) => id === deploymentId),
  );
  const words = text.c(pointed.by === 'mouse' ? 'charts.point.click' : 'charts.point.tap', {
    deployment: deployment === undefined ? '' : text.nameOf(deployment.name),
    request: pointWords(pointed.point, text),
  });
  const isLate = pointed.x > size.width / 2;
  const isHigh = pointed.y < size.height / 2;
  return (
    <g className="trend-point" transform={`translate(${pointed.x} ${pointed.y})`}>
      <circle className={`trend-line trend-line-${pointed.line + 1}`} r={5} />
      <text x={isLate ? -10 : 10} y={isHigh ? 18 : -10} textAnchor={isLate ? 'end' : 'start'}>
        {words}
      </text>
    </g>
  );
}
