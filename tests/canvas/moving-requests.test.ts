import { describe, expect, it } from 'vitest';
import { cutOf } from '../../src/architecture/cut';
import { shop } from '../../src/architecture/shop';
import { canvasGraphOf } from '../../src/canvas/canvas-graph';
import { canvasLayoutOf, placedBoxes } from '../../src/canvas/canvas-layout';
import { canvasRoutesOf } from '../../src/canvas/canvas-routes';
import { MovingRequests, sampledPerDot } from '../../src/canvas/overlay/moving-requests';
import { requestNear } from '../../src/canvas/overlay/nearest-request';
import { placeRequest, shareOf } from '../../src/canvas/overlay/request-place';
import { type Scene, sceneOf } from '../../src/canvas/overlay/scene';
import { type DeploymentFrame, HopKind } from '../../src/simulation/frame';

function sceneOfShop(deploymentId: string): Scene {
  const graph = canvasGraphOf(shop, cutOf(shop, deploymentId));
  const layout = canvasLayoutOf(graph);
  const boxes = placedBoxes(graph, layout, new Map());
  const routes = canvasRoutesOf(graph, boxes);
  const journeyCount = shop.journeys.length;
  return sceneOf({
    deploymentId,
    journeyCount,
    graph,
    layout,
    boxes,
    routes,
    upperId: null,
    carriedId: null,
  });
}

interface Hop {
  atMs: number;
  edgeIndex: number;
  kind?: number;
  requestNumber?: number;
}

function frameWith(hops: readonly Hop[]): DeploymentFrame {
  const none = new Float64Array();
  return {
    deploymentId: 'microservices',
    units: none,
    replicas: none,
    slots: new Uint8Array(),
    queues: new Uint8Array(),
    calls: none,
    journeys: none,
    hops: Float64Array.from(
      hops.flatMap(({ atMs, edgeIndex, kind = HopKind.request, requestNumber = 0 }) => [
        atMs,
        edgeIndex,
        0,
        kind,
        requestNumber,
      ]),
    ),
    windows: none,
    unitWindows: none,
    breakers: none,
    usdPerHour: 0,
    events: 0,
    stopped: null,
  };
}

const scene = sceneOfShop('microservices');
const timing = { nowMs: 1000, fromMs: 500, toMs: 520, spreadMs: 16 };

describe('moving requests', () => {
  it('set out spread over the time until the next frame, as they were in simulated time', () => {
    const requests = new MovingRequests();
    const hops = [500, 510, 520].map((atMs) => ({ atMs, edgeIndex: 0 }));
    requests.add(frameWith(hops), scene, 1, timing);
    expect([...requests.startMs.subarray(0, 3)]).toEqual([1000, 1008, 1016]);
  });

  it('are forgotten when they have arrived, and not before', () => {
    const requests = new MovingRequests();
    requests.add(frameWith([{ atMs: 500, edgeIndex: 0 }]), scene, 1, timing);
    const arrivalMs = 1000 + scene.travelMs[scene.bundleOfEdge[0]];
    requests.dropArrived(arrivalMs - 1);
    expect(requests.count).toBe(1);
    requests.dropArrived(arrivalMs);
    expect(requests.count).toBe(0);
  });

  it('show failures and refusals, but not the answers that are no news', () => {
    const requests = new MovingRequests();
    const kinds = [HopKind.answer, HopKind.failure, HopKind.refused];
    requests.add(
      frameWith(kinds.map((kind) => ({ atMs: 500, edgeIndex: 0, kind }))),
      scene,
      1,
      timing,
    );
    expect([...requests.kind.subarray(0, requests.count)]).toEqual([
      HopKind.failure,
      HopKind.refused,
    ]);
  });

  it('are the same customers in every deployment: one in so many, by number', () => {
    const requests = new MovingRequests();
    const hops = Array.from({ length: 64 }, (_, index) => ({
      atMs: 500,
      edgeIndex: 0,
      requestNumber: index * 4,
    }));
    requests.add(frameWith(hops), scene, 4, timing);
    expect(requests.count).toBe(64 / sampledPerDot);
  });

  it('can be pointed at: the nearest within reach, by its customer', () => {
    const requests = new MovingRequests();
    const hops = [
      { atMs: 500, edgeIndex: 0, requestNumber: 14 },
      { atMs: 520, edgeIndex: 0, requestNumber: 26 },
    ];
    requests.add(frameWith(hops), scene, 1, timing);
    const nowMs = 1000 + scene.travelMs[scene.bundleOfEdge[0]] / 2;
    const at = { x: 0, y: 0 };
    for (const [index, number] of [14, 26].entries()) {
      const share = shareOf(requests, index, nowMs) ?? 0;
      expect(placeRequest(requests, index, share, scene, at)).toBe(true);
      expect(requestNear(requests, scene, nowMs, at, 5)).toEqual({ journey: 0, number });
    }
    expect(requestNear(requests, scene, nowMs, { x: at.x + 6, y: at.y + 600 }, 5)).toBeNull();
    expect(requestNear(requests, scene, nowMs + 1e6, at, 5)).toBeNull();
  });

  it('do not travel inside a process', () => {
    const monolith = sceneOfShop('monolith');
    const cut = cutOf(shop, 'monolith');
    const inner = cut.edges.findIndex((edge) => !edge.isCrossing);
    const requests = new MovingRequests();
    requests.add(frameWith([{ atMs: 500, edgeIndex: inner }]), monolith, 1, timing);
    expect(requests.count).toBe(0);
  });
});
