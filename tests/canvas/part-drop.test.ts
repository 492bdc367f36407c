import { describe, expect, it } from 'vitest';
import { cutOf } from '../../src/architecture/cut';
import { shop } from '../../src/architecture/shop';
import { canvasGraphOf, moduleNodeId, unitNodeId } from '../../src/canvas/canvas-graph';
import { canvasLayoutOf, placedBoxes } from '../../src/canvas/canvas-layout';
import { canvasRoutesOf } from '../../src/canvas/canvas-routes';
import { flowNodesOf } from '../../src/canvas/flow-scene';
import type { Point } from '../../src/canvas/layout/box';
import type { FlowNode } from '../../src/canvas/nodes/flow-nodes';
import { sceneOf } from '../../src/canvas/overlay/scene';
import { dropOf } from '../../src/canvas/part-drop';
import { textIn } from '../../src/workspace/use-text';

/** The nodes of a deployment of the shop, with some of them moved. */
function nodesOf(deploymentId: string, moved: Readonly<Record<string, Point>> = {}): FlowNode[] {
  const cut = cutOf(shop, deploymentId);
  const graph = canvasGraphOf(shop, cut);
  const layout = canvasLayoutOf(graph);
  const boxes = placedBoxes(graph, layout, new Map(Object.entries(moved)));
  const routes = canvasRoutesOf(graph, boxes);
  const scene = sceneOf({
    deploymentId,
    journeyCount: 0,
    graph,
    layout,
    boxes,
    routes,
    upperId: null,
    carriedId: null,
  });
  return flowNodesOf({
    cut,
    graph,
    layout,
    boxes,
    routes,
    scene,
    text: textIn('en'),
    isMovable: true,
    isCuttable: true,
  });
}

const payment = moduleNodeId('payment');

function placeOf(nodes: readonly FlowNode[], id: string): Point {
  return nodes.find((node) => node.id === id)?.position ?? { x: Number.NaN, y: Number.NaN };
}

describe('a module that is let go of', () => {
  it('stays where it is within its own hull', () => {
    expect(dropOf(payment, nodesOf('monolith'))).toBeNull();
    expect(dropOf(payment, nodesOf('monolith', { [payment]: { x: 20, y: 100 } }))).toBeNull();
  });

  it('is cut out on the free canvas', () => {
    const nodes = nodesOf('monolith', { [payment]: { x: 900, y: 60 } });
    const shopPlace = placeOf(nodes, unitNodeId('shop'));
    const drop = dropOf(payment, nodes);
    expect(drop).toMatchObject({ kind: 'module', id: 'payment', ontoUnitId: null });
    expect(drop?.at).toEqual({ x: shopPlace.x + 900 + 53, y: shopPlace.y + 60 + 23 });
  });

  it('goes to the unit that it lies over', () => {
    const still = nodesOf('monolith');
    const shopPlace = placeOf(still, unitNodeId('shop'));
    const databasePlace = placeOf(still, unitNodeId('database'));
    const place = {
      x: databasePlace.x - shopPlace.x + 30,
      y: databasePlace.y - shopPlace.y + 20,
    };
    const nodes = nodesOf('monolith', { [payment]: place });
    expect(dropOf(payment, nodes)?.ontoUnitId).toBe('database');
  });

  it('does not go to a third party', () => {
    const still = nodesOf('monolith');
    const shopPlace = placeOf(still, unitNodeId('shop'));
    const processor = placeOf(still, unitNodeId('card-processor'));
    const place = { x: processor.x - shopPlace.x - 10, y: processor.y - shopPlace.y };
    const nodes = nodesOf('monolith', { [payment]: place });
    expect(dropOf(payment, nodes)?.ontoUnitId).toBeNull();
  });
});

describe('a unit that is let go of', () => {
  const orders = unitNodeId('orders');

  it('only moves on the free canvas', () => {
    expect(dropOf(orders, nodesOf('microservices', { [orders]: { x: 2000, y: 2000 } }))).toBeNull();
  });

  it('is put together with the unit that it lies over', () => {
    const { x, y } = placeOf(nodesOf('microservices'), unitNodeId('payment'));
    const nodes = nodesOf('microservices', { [orders]: { x: x + 20, y: y - 10 } });
    expect(dropOf(orders, nodes)).toMatchObject({
      kind: 'unit',
      id: 'orders',
      ontoUnitId: 'payment',
    });
  });
});
