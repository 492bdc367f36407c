import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { failureMapCsv, scalingCsv } from '../../src/comparison/analysis-csv';
import { failureMapPicture } from '../../src/comparison/failure-map-picture';
import { csvOf } from '../../src/comparison/save-file';
import { scalingPicture } from '../../src/comparison/scaling-picture';

/** A file as a spreadsheet reads it; none of its values holds a comma or a quote. */
function readBack(csv: string): string[][] {
  expect(csv.endsWith('\r\n')).toBe(true);
  return csv
    .slice(0, -2)
    .split('\r\n')
    .map((line) => line.split(','));
}

const palette = {
  ink: '#000',
  muted: '#555',
  panel: '#fff',
  failed: '#c00',
  hairline: '#ccc',
  'series-1': '#00a',
  'series-2': '#0a0',
};

const deployments = shop.deployments.slice(0, 2);
const [left, right] = deployments.map(({ id }) => id);
const journeys = shop.journeys.map(({ id }) => id);

/** Each share tells where it belongs. */
const harmed = (row: number) =>
  journeys.map((_, at) => [row / 10 + at / 100, row / 10 + at / 100 + 0.005]);

describe('the failure map, taken away', () => {
  const rows = [
    { moduleId: 'payment', fault: { kind: 'crash' }, harmed: harmed(1) },
    { moduleId: 'orders', fault: { kind: 'slow', factor: 50 }, harmed: harmed(2) },
  ] as const;

  test('as CSV has a row for every cell of every side, as a share from 0 to 1', () => {
    const [head, ...cells] = readBack(csvOf(failureMapCsv(rows, { opened: shop, deployments })));
    expect(head).toEqual(['module', 'fault', 'journey', 'deployment', 'share_harmed']);
    expect(cells).toHaveLength(2 * journeys.length * 2);
    expect(new Set(cells.map((cell) => cell.slice(0, 4).join())).size).toBe(cells.length);
    for (const [module, fault, journey, deployment, share] of cells) {
      const row = rows.find(({ moduleId }) => moduleId === module);
      expect(row?.fault.kind).toBe(fault);
      expect(Number(share)).toBeCloseTo(
        row?.harmed[journeys.indexOf(journey)][deployment === left ? 0 : 1] ?? Number.NaN,
        12,
      );
    }
  });

  test('as SVG says every share of the table', () => {
    const labelled = rows.map((row) => ({ label: row.moduleId, harmed: row.harmed }));
    const words = {
      title: 'Map',
      legend: 'Left and right',
      note: 'Of those who had been answered without it.',
      journeys,
      percent: (share: number) => `${share}!`,
    };
    const { svg } = failureMapPicture(words, labelled, palette);
    for (const share of rows.flatMap((row) => row.harmed.flat()))
      expect(svg).toContain(`>${share}!<`);
    for (const said of ['Map', 'Left and right', 'Of those who had been answered without it.'])
      expect(svg).toContain(`>${said}<`);
    expect(svg.match(/fill-opacity/g)).toHaveLength(rows.length * journeys.length * 2);
  });
});

describe('the scaling curve, taken away', () => {
  const point = (
    deploymentId: string,
    arrivalRatePerSecond: number,
    usdPerHour: number | null,
  ) => ({
    deploymentId,
    arrivalRatePerSecond,
    usdPerHour,
    replicas: { shop: 3, db: 1 },
    busiestUnitId: 'db',
  });
  const points = [
    point(left, 50, 0.1 + 0.2),
    point(left, 100, 1.25),
    point(right, 50, 0.75),
    point(right, 100, null),
  ];

  test('as CSV has a row for every point, in the units of its head, and no cost beyond the cliff', () => {
    expect(readBack(csvOf(scalingCsv(points)))).toEqual([
      ['deployment', 'arrivals_per_second', 'usd_per_hour', 'replicas', 'busiest_unit'],
      [left, '50', '0.3', 'shop=3 db=1', 'db'],
      [left, '100', '1.25', 'shop=3 db=1', 'db'],
      [right, '50', '0.75', 'shop=3 db=1', 'db'],
      [right, '100', '', 'shop=3 db=1', 'db'],
    ]);
  });

  test('as SVG draws each point that holds, and marks the cliff where one does not', () => {
    const lines = deployments.map(({ id }) => ({
      name: id,
      points: points.filter(({ deploymentId }) => deploymentId === id),
    }));
    const words = {
      title: 'Scaling',
      note: `What was looked for, ${'at length '.repeat(20)}and not in vain.`,
      load: 'Load',
      cliff: 'no size holds',
      rate: (perSecond: number) => `${perSecond}/s`,
      money: (usd: number) => `$${usd.toFixed(2)}`,
    };
    const { svg, height } = scalingPicture(lines, words, palette);
    const beside = scalingPicture(lines, { ...words, note: null }, palette);
    expect(svg.match(/<circle /g)).toHaveLength(3);
    for (const written of ['>50/s<', '>100/s<', `>${left}<`, `>${right}<`])
      expect(svg).toContain(written);
    expect(svg).toContain('no size holds');
    // Alone, it says what was looked for, on several lines; beside the page's own words it does not.
    expect(svg).toContain('not in vain.<');
    expect(height).toBeGreaterThan(beside.height + 30);
    expect(beside.svg).not.toContain('looked for');
  });
});
