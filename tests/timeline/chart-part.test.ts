import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { chartPartOf, partFigureOf } from '../../src/timeline/expanded/chart-part';
import { readTimelineView } from '../../src/timeline/use-timeline-view';

const deployments = shop.deployments.filter(({ id }) => ['monolith', 'microservices'].includes(id));
const unitOf = (deploymentId: string, unitId: string) =>
  deployments.find(({ id }) => id === deploymentId)?.units.findIndex(({ id }) => id === unitId);

describe('the charts of what is selected', () => {
  test('are of the process that runs it on each side', () => {
    const payment = {
      monolith: unitOf('monolith', 'shop'),
      microservices: unitOf('microservices', 'payment'),
    };
    for (const selection of [
      { deploymentId: 'microservices', kind: 'unit', id: 'payment' },
      { deploymentId: 'monolith', kind: 'module', id: 'payment' },
    ] as const) {
      expect(chartPartOf(shop, deployments, selection)?.unitIndices).toEqual(payment);
    }
  });

  test('have no line where several processes do what one does on the other side', () => {
    const selection = { deploymentId: 'monolith', kind: 'unit', id: 'shop' } as const;
    expect(chartPartOf(shop, deployments, selection)?.unitIndices).toEqual({
      monolith: unitOf('monolith', 'shop'),
      microservices: null,
    });
  });

  test('are there for parts alone, and for figures that a part has', () => {
    expect(chartPartOf(shop, deployments, null)).toBeNull();
    expect(
      chartPartOf(shop, deployments, { deploymentId: 'monolith', kind: 'journey', id: 'browse' }),
    ).toBeNull();
    expect(partFigureOf('busiestCores')).toBe('cores');
    expect(partFigureOf('queue')).toBe('queue');
  });

  test('stay pinned between visits', () => {
    const pinned = ['part:queue', 'p99'];
    expect(readTimelineView({ pinned }).pinned).toEqual(pinned);
    expect(readTimelineView({ pinned: ['part:nonsense', 7] }).pinned).toEqual(['success', 'p99']);
  });
});
