/** Arrow keys lead from the focused part to the nearest one in that direction; an open part they move instead. */
import { useStore } from '@xyflow/react';
import { useEffect } from 'react';
import type { Box } from './layout/box';
import { type Direction, neighbourOf } from './layout/neighbour';

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function KeyboardWalk(): null {
  const pane = useStore((state) => state.domNode);
  useEffect(() => {
    if (pane === null) return;
    const walk = (event: KeyboardEvent) => {
      const direction = directions[event.key];
      const node = event.target instanceof HTMLElement ? event.target : null;
      if (direction === undefined || !node?.matches('.react-flow__node:not(.selected)')) return;
      const nodes = [...pane.querySelectorAll<HTMLElement>('.react-flow__node')];
      const next = neighbourOf(nodes.indexOf(node), nodes.map(placeOf), direction);
      event.preventDefault();
      if (next !== null) nodes[next].focus({ preventScroll: true });
    };
    pane.addEventListener('keydown', walk);
    return () => pane.removeEventListener('keydown', walk);
  }, [pane]);
  return null;
}

function placeOf(node: HTMLElement): Box {
  const { left, top, width, height } = node.getBoundingClientRect();
  return { x: left, y: top, width, height };
}
