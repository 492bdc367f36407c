import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanePicture } from '../../src/timeline/lanes/block-rows';
import type { LaneBlock } from '../../src/timeline/lanes/lane-blocks';

const fault = fc
  .record({
    module: fc.constantFrom('payment', 'orders', 'catalog'),
    atMs: fc.integer({ min: 0, max: 200_000 }),
    lastsMs: fc.option(fc.integer({ min: 1, max: 60_000 })),
  })
  .map(({ module, atMs, lastsMs }): LaneBlock => {
    const until = lastsMs === null ? {} : { untilMs: atMs + lastsMs };
    return {
      key: `${module} ${atMs}`,
      home: { kind: 'document', index: 0 },
      happening: { atMs, fault: 'slow', module, factor: 2, ...until },
      deploymentId: null,
    };
  });

test('the count of those beyond an edge covers none of the blocks that are seen', () => {
  const domain = { fromMs: 50_000, toMs: 150_000 };
  // A finger's breadth, 44 px, of a picture 400 px wide.
  const edgeMs = 11_000;
  fc.assert(
    fc.property(fc.array(fault, { maxLength: 12 }), (blocks) => {
      const ordered = blocks.toSorted((one, other) => one.happening.atMs - other.happening.atMs);
      const { seen, before, after, rowCount } = lanePicture(ordered, domain);
      expect(seen.length + before.blocks.length + after.blocks.length).toBe(blocks.length);
      for (const { row, fromMs, untilMs } of seen) {
        expect(row).toBeLessThan(rowCount);
        const isAtBeginning = fromMs < domain.fromMs + edgeMs;
        const isAtEnd = untilMs > domain.toMs - edgeMs;
        if (before.blocks.length > 0 && isAtBeginning) expect(row).not.toBe(before.row);
        if (after.blocks.length > 0 && isAtEnd) expect(row).not.toBe(after.row);
      }
      for (const edge of [before, after]) {
        if (edge.blocks.length > 0) expect(edge.row).toBeLessThan(rowCount);
      }
    }),
  );
});
