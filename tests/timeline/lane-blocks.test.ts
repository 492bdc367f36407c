import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArchitectureDocument, TimelineEvent } from '../../src/architecture/document';
import { shop } from '../../src/architecture/shop';
import type { TimedCommand } from '../../src/simulation/command';
import {
  draggedSpan,
  keptInSight,
  shortestBlockMs,
  snapMs,
} from '../../src/timeline/lanes/drag-block';
import { at, endOf, type Happening } from '../../src/timeline/lanes/happening';
import {
  added,
  type BlockChange,
  blocksOf,
  changed,
  removed,
} from '../../src/timeline/lanes/lane-blocks';

const timeline: TimelineEvent[] = [
  { atMs: 1000, fault: 'slow', module: 'payment', factor: 40, untilMs: 9000 },
  { atMs: 2000, fault: 'latency', link: ['orders', 'payment'], addMs: 200 },
  { atMs: 3000, load: { factor: 1.5 }, untilMs: 6000 },
  { atMs: 4000, scale: 'catalog', replicas: 5 },
  { atMs: 5000, release: 'catalog', strategy: 'canary', rollbackAtMs: 8000 },
  { atMs: 7000, policy: { caller: 'orders', callee: 'payment', cancel: false, timeoutMs: 300 } },
];
const document: ArchitectureDocument = { ...shop, timeline };

function scene(script: readonly TimedCommand[] = [], ownEventCount = timeline.length) {
  return { document, ownEventCount, script };
}

function scriptOf(change: BlockChange | null, script: readonly TimedCommand[]) {
  if (change?.kind !== 'script') throw new Error('The script is not what changes.');
  return change.change(script);
}

function documentOf(change: BlockChange | null) {
  if (change?.kind !== 'document') throw new Error('The document is not what changes.');
  return change.change(document);
}

const start = fc.integer({ min: 0, max: 60_000 });
const until = fc.option(fc.integer({ min: 1, max: 60_000 }));
const process = fc.constantFrom(
  { target: { module: 'payment' }, deploymentId: null },
  { target: { unit: 'catalog' }, deploymentId: 'microservices' },
  { target: { replica: { unit: 'catalog', number: 2 } }, deploymentId: 'microservices' },
);
const strength = fc.constantFrom(
  { fault: 'crash' },
  { fault: 'slow', factor: 40 },
  { fault: 'errors', rate: 0.3 },
  { fault: 'leak', mibPerSecond: 12 },
  { fault: 'hog', cores: 0.5 },
);
const subject = fc.oneof(
  fc.tuple(process, strength).map(([{ target, deploymentId }, amount]) => ({
    happening: { ...amount, ...target },
    deploymentId,
  })),
  fc.constantFrom(
    { happening: { fault: 'loss', link: ['orders', 'payment'], rate: 0.1 }, deploymentId: null },
    { happening: { load: { arrivalRatePerSecond: 350 } }, deploymentId: null },
    { happening: { scale: 'catalog', replicas: 0 }, deploymentId: 'microservices' },
    { happening: { scale: 'catalog', concurrency: 9 }, deploymentId: 'microservices' },
    {
      happening: { release: 'catalog', strategy: 'rolling', fault: { kind: 'crash' } },
      deploymentId: null,
    },
    {
      happening: {
        policy: { caller: 'orders', callee: 'payment', cancel: false, timeoutMs: 5 },
      },
      deploymentId: 'microservices',
    },
    {
      happening: { policy: { caller: 'orders', callee: 'payment', cancel: false } },
      deploymentId: 'microservices',
    },
  ),
);
const anything = fc
  .tuple(subject, start, until)
  .map(([{ happening, deploymentId }, fromMs, lasts]) => ({
    happening: at(
      happening as unknown as Happening,
      fromMs,
      lasts === null ? null : fromMs + lasts,
    ),
    deploymentId,
  }));

describe('the blocks of the lanes', () => {
  test('an event of the document is one block, a story’s is nobody’s to change', () => {
    const blocks = blocksOf(scene([], 2));
    expect(blocks.map(({ happening }) => happening)).toEqual(timeline);
    expect(blocks.map(({ home }) => home.kind)).toEqual([
      'document',
      'document',
      'story',
      'story',
      'story',
      'story',
    ]);
    expect(changed(document, blocks[3], timeline[3])).toBeNull();
    expect(removed(blocks[3])).toBeNull();
  });

  test('whatever is added comes back from the script as it was', () => {
    fc.assert(
      fc.property(anything, ({ happening, deploymentId }) => {
        const script = scriptOf(added(document, happening, deploymentId), []);
        const found = blocksOf({ document, ownEventCount: 0, script }).filter(
          ({ home }) => home.kind === 'script',
        );
        expect(found).toEqual([expect.objectContaining({ happening, deploymentId })]);
      }),
    );
  });

  test('a block that is moved takes its end along and leaves the others alone', () => {
    const first = { atMs: 1000, fault: 'crash', module: 'payment', untilMs: 4000 } as const;
    const second = { atMs: 5200, fault: 'crash', module: 'payment', untilMs: 6200 } as const;
    const script = [first, second].reduce<readonly TimedCommand[]>(
      (sofar, happening) => scriptOf(added(document, happening, null), sofar),
      [],
    );
    const block = blocksOf(scene(script)).find(({ happening }) => happening.atMs === 5200);
    if (block === undefined) throw new Error('The second crash is lost.');
    const moved = scriptOf(changed(document, block, at(second, 7100, 9000)), script);
    expect(moved.map(({ atMs }) => atMs)).toEqual([1000, 4000, 7100, 9000]);
    const after = blocksOf(scene(moved)).find(({ happening }) => happening.atMs === 7100);
    expect(after?.key).toBe(block.key);
    expect(scriptOf(removed(block), script)).toEqual(script.slice(0, 2));
  });

  test('what another of its kind replaces has no end of its own, and both stay when one goes', () => {
    const rates = [300, 500].map((arrivalRatePerSecond, index) => ({
      atMs: 1000 * index,
      command: { kind: 'arrival-rate' as const, arrivalRatePerSecond },
    }));
    const blocks = blocksOf(scene(rates, 0)).filter(({ home }) => home.kind === 'script');
    expect(blocks.map(({ happening }) => endOf(happening))).toEqual([null, null]);
    expect(scriptOf(removed(blocks[0]), rates)).toEqual([rates[1]]);
  });

  test('an event of the document stays in its place when it changes', () => {
    const block = blocksOf(scene()).find(({ happening }) => 'load' in happening);
    if (block === undefined) throw new Error('The load is lost.');
    const later = at(block.happening, 10_000, 20_000);
    expect(documentOf(changed(document, block, later)).timeline).toEqual(
      timeline.with(2, later as TimelineEvent),
    );
    expect(documentOf(removed(block)).timeline).toEqual(timeline.toSpliced(2, 1));
  });
});

describe('a block that is dragged', () => {
  const span = fc
    .tuple(
      fc.integer({ min: 0, max: 90_000 }),
      fc.option(fc.integer({ min: shortestBlockMs, max: 90_000 })),
    )
    .map(([fromMs, lasts]) => ({ fromMs, untilMs: lasts === null ? null : fromMs + lasts }));
  const by = fc.integer({ min: -200_000, max: 200_000 });
  const part = fc.constantFrom('whole' as const, 'beginning' as const, 'end' as const);

  test('never begins before the run and never gets shorter than a second', () => {
    fc.assert(
      fc.property(span, part, by, (before, moved, byMs) => {
        const after = draggedSpan(before, moved, byMs, snapMs);
        expect(after.fromMs).toBeGreaterThanOrEqual(0);
        if (after.untilMs === null) expect(before.untilMs).toBeNull();
        else expect(after.untilMs - after.fromMs).toBeGreaterThanOrEqual(shortestBlockMs);
      }),
    );
  });

  test('stays in the picture where it was in it', () => {
    const sight = { fromMs: 20_000, toMs: 80_000 };
    fc.assert(
      fc.property(span, part, by, (before, moved, byMs) => {
        const endOfIt = (one: typeof before) => one.untilMs ?? Number.POSITIVE_INFINITY;
        const isSeen = (one: typeof before) =>
          one.fromMs <= sight.toMs - shortestBlockMs &&
          endOfIt(one) >= sight.fromMs + shortestBlockMs;
        fc.pre(isSeen(before));
        const dragged = draggedSpan(before, moved, byMs, snapMs);
        const after = keptInSight(dragged, before, moved, sight);
        expect(isSeen(after)).toBe(true);
        expect(after.fromMs).toBeGreaterThanOrEqual(0);
        if (moved === 'whole')
          expect(endOfIt(after) - after.fromMs).toBe(endOfIt(before) - before.fromMs);
        else expect(endOfIt(after) - after.fromMs).toBeGreaterThanOrEqual(shortestBlockMs);
      }),
    );
  });

  test('keeps its length when it is moved, and the other end when it is stretched', () => {
    const before = { fromMs: 10_300, untilMs: 20_300 };
    expect(draggedSpan(before, 'whole', 4100, snapMs)).toEqual({ fromMs: 14_000, untilMs: 24_000 });
    expect(draggedSpan(before, 'beginning', 4100, snapMs)).toEqual({
      fromMs: 14_000,
      untilMs: 20_300,
    });
    expect(draggedSpan(before, 'end', 4100, snapMs)).toEqual({ fromMs: 10_300, untilMs: 24_000 });
  });

  test('rests at whole seconds, or where it is let go when it is dragged freely', () => {
    const before = { fromMs: 10_000, untilMs: null };
    expect(draggedSpan(before, 'whole', 1234, snapMs).fromMs).toBe(11_000);
    expect(draggedSpan(before, 'whole', 1234, 100).fromMs).toBe(11_200);
  });
});
