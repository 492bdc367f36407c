import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { mapFailures } from '../../src/comparison/failure-map';
import { failureMapPicture } from '../../src/comparison/failure-map-picture';
import { csvOf } from '../../src/comparison/save-file';
import { runHere } from './run-here';

describe('the failure map', () => {
  test('tells who is hurt, compared with the same run without the fault', async () => {
    const kept = ['web', 'payment'];
    const document = { ...shop, modules: shop.modules.filter(({ id }) => kept.includes(id)) };
    let last = [0, 0];
    const rows = await mapFailures({
      document,
      deployments: shop.deployments.slice(0, 2),
      commands: [],
      seed: 1,
      // The modules chosen for the rows; the run has them all.
      run: (job) => runHere({ ...job, document: shop }),
      signal: new AbortController().signal,
      onProgress: (done, total) => {
        last = [done, total];
      },
      onRow: () => {},
    });
    expect(last[0]).toBe(last[1]);
    expect(rows.map(({ moduleId, fault }) => `${moduleId} ${fault.kind}`)).toEqual(
      kept.flatMap((id) => [`${id} crash`, `${id} slow`, `${id} errors`]),
    );
    const [browse, , checkout] = rows[3].harmed;
    expect(browse[0]).toBeGreaterThan(0.95);
    expect(browse[1]).toBeLessThan(0.02);
    expect(Math.min(...checkout)).toBeGreaterThan(0.9);
  });

  test('is drawn with names that hold signs of XML', () => {
    const palette = {
      ink: '#000',
      muted: '#555',
      panel: '#fff',
      failed: '#c00',
      hairline: '#ccc',
      'series-1': '#000',
      'series-2': '#00f',
    };
    const rows = [{ label: 'R&D <down>', harmed: [[0, 1]] }];
    const words = { title: 'Map', legend: 'l', note: 'n', journeys: ['Buy'], percent: String };
    const { svg } = failureMapPicture(words, rows, palette);
    expect(svg).toContain('R&amp;D &lt;down&gt;');
  });
});

test('a table that is taken away keeps its commas and quotes', () => {
  expect(csvOf([['a,b', 'say "no"', 1.5, null]])).toBe('"a,b","say ""no""",1.5,\r\n');
});
