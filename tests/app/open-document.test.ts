import { describe, expect, test } from 'vitest';
import { openDocument } from '../../src/app/open-document';
import { shop } from '../../src/architecture/shop';

describe('a document of one’s own', () => {
  test('opens, whatever it is written in', async () => {
    const opened = await openDocument(new Blob([JSON.stringify(shop)]));
    expect(opened).toEqual({ ok: true, document: shop });
    const yaml = `
version: 1
id: mine
modules: [{ id: a, operations: { x: [{ work: { cpuMs: 2 } }] } }]
journeys: [{ id: j, entry: a.x }]
load: { kind: open, arrivalRatePerSecond: 5 }
deployments: [{ id: one, units: [{ id: u, modules: [a] }] }]`;
    expect(await openDocument(new Blob([yaml]))).toMatchObject({
      ok: true,
      document: { id: 'mine' },
    });
  });

  test('is refused with every problem, in both languages', async () => {
    const broken = { ...shop, load: { kind: 'open', arrivalRatePerSecond: -1 }, journeys: [] };
    const opened = await openDocument(new Blob([JSON.stringify(broken)]));
    expect(opened.ok).toBe(false);
    const problems = opened.ok ? [] : opened.problems;
    expect(problems.length).toBeGreaterThanOrEqual(2);
    for (const { es, en } of problems) {
      expect(en).not.toBe('');
      expect(es).not.toBe(en);
    }
  });

  test('is refused when it is no document at all', async () => {
    for (const text of ['', '{', 'hello', '[1, 2]', '\u0000']) {
      expect((await openDocument(new Blob([text]))).ok).toBe(false);
    }
    const heavy = await openDocument(
      new Blob([JSON.stringify(shop), ' '.repeat(17 * 1024 * 1024)]),
    );
    expect(heavy).toMatchObject({
      ok: false,
      problems: [{ en: expect.stringMatching(/^it takes 18 MiB/) }],
    });
  });
});
