import { describe, expect, it } from 'vitest';
import { cutOf } from '../../src/architecture/cut';
import { shop } from '../../src/architecture/shop';
import { canvasGraphOf } from '../../src/canvas/canvas-graph';
import { canvasLayoutOf, placedBoxes } from '../../src/canvas/canvas-layout';
import { canvasRoutesOf } from '../../src/canvas/canvas-routes';
import type { Curve } from '../../src/canvas/layout/edge-route';
import { pointAlong, samplePath } from '../../src/canvas/layout/path-table';

const straight: Curve = {
  from: { x: 0, y: 0 },
  control1: { x: 0, y: 50 },
  control2: { x: 0, y: 50 },
  to: { x: 0, y: 100 },
};

function shopRoutes(deploymentId: string): (readonly Curve[])[] {
  const graph = canvasGraphOf(shop, cutOf(shop, deploymentId));
  const boxes = placedBoxes(graph, canvasLayoutOf(graph), new Map());
  return canvasRoutesOf(graph, boxes).filter((curves) => curves.length > 0);
}

describe('a path table', () => {
  it('begins and ends where the curve does', () => {
    for (const { id } of shop.deployments) {
      for (const curves of shopRoutes(id)) {
        const point = { x: 0, y: 0 };
        const table = samplePath(curves);
        pointAlong(table, 0, point);
        expect(point.x).toBeCloseTo(curves[0].from.x, 3);
        expect(point.y).toBeCloseTo(curves[0].from.y, 3);
        pointAlong(table, 1, point);
        expect(point.x).toBeCloseTo(curves.at(-1)?.to.x ?? 0, 3);
        expect(point.y).toBeCloseTo(curves.at(-1)?.to.y ?? 0, 3);
      }
    }
  });

  it('advances by equal steps, however the curve bends', () => {
    for (const curves of shopRoutes('microservices')) {
      const { points, pointCount, lengthPx } = samplePath(curves);
      const step = lengthPx / (pointCount - 1);
      for (let index = 1; index < pointCount; index += 1) {
        const dx = points[2 * index] - points[2 * index - 2];
        const dy = points[2 * index + 1] - points[2 * index - 1];
        // A chord is a little shorter than its arc.
        expect(Math.hypot(dx, dy)).toBeLessThanOrEqual(step * 1.001);
        expect(Math.hypot(dx, dy)).toBeGreaterThan(step * 0.75);
      }
    }
  });

  it('never runs back up on a call that leads down', () => {
    const leadingDown = shopRoutes('microservices').filter(
      (curves) => (curves.at(-1)?.to.y ?? 0) > curves[0].from.y + 10,
    );
    expect(leadingDown.length).toBeGreaterThan(8);
    for (const curves of leadingDown) {
      const { points, pointCount } = samplePath(curves);
      for (let index = 1; index < pointCount; index += 1) {
        expect(points[2 * index + 1]).toBeGreaterThanOrEqual(points[2 * index - 1] - 1e-3);
      }
    }
  });

  it('knows the length of a straight line', () => {
    expect(samplePath([straight]).lengthPx).toBeCloseTo(100, 6);
  });

  it('stays on the path beyond its ends', () => {
    const point = { x: 0, y: 0 };
    pointAlong(samplePath([straight]), 1.5, point);
    expect(point).toEqual({ x: 0, y: 100 });
    pointAlong(samplePath([straight]), -1, point);
    expect(point).toEqual({ x: 0, y: 0 });
  });
});
