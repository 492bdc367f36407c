import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { comparedFigures, lostDifferences } from '../../src/app/branches/compare-lines';
import { keepBranches } from '../../src/app/branches/keep-branches';
import { shop } from '../../src/architecture/shop';
import type { WindowSeries } from '../../src/playback/window-series';
import { runInSlices } from '../../src/simulation/replications/run-in-slices';
import type { RunJob } from '../../src/simulation/replications/run-job';
import {
  branchesNow,
  branchLimit,
  changeBranch,
  removeBranch,
  restoreBranch,
} from '../../src/workspace/branch-keeping';
import { partingMs } from '../../src/workspace/branches';
import {
  documentNow,
  hasBreakers,
  switchBreaker,
  switchBreakers,
  withBreakers,
  withoutBreakers,
} from '../../src/workspace/breakers';
import { withFieldValue } from '../../src/workspace/document-field';
import { withModuleFault } from '../../src/workspace/intervene';
import { type Made, madeOf } from '../../src/workspace/made';
import { policyNow } from '../../src/workspace/policy-now';
import { openRun } from './open-run';

const cores = { of: 'unit', deploymentId: 'monolith', unitId: 'shop', field: 'cores' } as const;
const edit = { label: { key: 'history.edit', values: { name: 'monolith' } } } as const;

let stop = () => {};

function open() {
  const opened = openRun();
  stop = keepBranches(opened.run);
  return {
    ...opened,
    slow: (factor: number) =>
      opened.workspace
        .getState()
        .intervene((was) => withModuleFault(was, 'payment', { kind: 'slow', factor })),
    goBackTo(timeMs: number) {
      opened.run.seek(timeMs);
      opened.settle();
    },
  };
}

function clear() {
  for (const { id } of branchesNow()) removeBranch(id);
}

beforeEach(clear);
afterEach(() => {
  stop();
  clear();
});

function resultOf(job: Omit<RunJob, 'warmupSeconds' | 'hasWindows'>) {
  const slices = runInSlices({ ...job, warmupSeconds: 0, hasWindows: true });
  let slice = slices.next();
  while (!slice.done) slice = slices.next();
  return slice.value;
}

/** What a fresh run of the same would have shown. */
function seriesAfresh(
  series: WindowSeries,
  job: Omit<RunJob, 'warmupSeconds' | 'hasWindows' | 'seconds'>,
) {
  const seconds = (series.rowCount * series.rowMs) / 1000;
  const { windows } = resultOf({ ...job, seconds });
  const fieldCount = series.columns.length;
  return series.columns.map((_, field) =>
    Array.from({ length: series.rowCount }, (_row, row) => windows?.[row * fieldCount + field]),
  );
}

describe('a branch', () => {
  test('is exactly the run as it was, when its past is changed', () => {
    const { watch, slow, goBackTo, workspace } = open();
    watch(1000);
    slow(20);
    watch(4000);
    const before = madeOf(workspace.getState());
    goBackTo(2000);
    slow(50);
    const [branch, ...others] = branchesNow();
    expect(others).toEqual([]);
    expect(branch).toMatchObject({ leftAtMs: 2000, isGhost: true, made: before });
    for (const deploymentId of ['monolith', 'microservices']) {
      const series = branch.series[deploymentId];
      expect(series.rowCount).toBeGreaterThan(8);
      const { document, seed, script } = before;
      expect(series.columns).toEqual(
        seriesAfresh(series, { document, deploymentId, seed, script }),
      );
    }
  });

  test('is the same as the line on show up to their first difference, whichever that line is', () => {
    const { watch, slow, goBackTo, workspace } = open();
    watch(4000);
    const untouched = madeOf(workspace.getState());
    for (const [atMs, factor] of [
      [1000, 20],
      [2000, 50],
    ] as const) {
      goBackTo(atMs);
      slow(factor);
      goBackTo(4000);
    }
    const [, deeper] = branchesNow();
    const partsAtMs = (line: Made) => partingMs(deeper.made, line);
    expect(partsAtMs(madeOf(workspace.getState()))).toBe(2000);
    expect(partsAtMs(untouched)).toBe(1000);
    expect(partsAtMs({ ...untouched, seed: 7 })).toBe(0);
  });

  test('that was deleted can be had back in its place, as can any deleted before it', () => {
    const { watch, slow, goBackTo } = open();
    watch(4000);
    for (const [atMs, factor] of [
      [1000, 20],
      [2000, 50],
    ] as const) {
      goBackTo(atMs);
      slow(factor);
      goBackTo(4000);
    }
    const before = branchesNow();
    expect(before).toHaveLength(2);
    for (const { id } of before) removeBranch(id);
    expect(branchesNow()).toEqual([]);
    for (const { id } of before.toReversed()) restoreBranch(id);
    expect(branchesNow()).toEqual(before);
    restoreBranch(before[0].id);
    expect(branchesNow()).toEqual(before);
  });

  test('is one for a slider that is dragged', () => {
    const { watch, slow, goBackTo, workspace, settle } = open();
    watch(1000);
    slow(2);
    watch(3000);
    goBackTo(2000);
    workspace.getState().beginGesture();
    for (const factor of [3, 4, 5]) {
      slow(factor);
      settle();
    }
    workspace.getState().endGesture();
    expect(branchesNow()).toHaveLength(1);
  });

  test('is left by an edit of the document, and by nothing that only goes on', () => {
    const { watch, slow, workspace, settle } = open();
    watch(2000);
    slow(10);
    watch(1000);
    expect(branchesNow()).toEqual([]);
    workspace.getState().editDocument((before) => withFieldValue(before, cores, 3), edit);
    settle();
    expect(branchesNow()).toHaveLength(1);
    expect(branchesNow()[0]).toMatchObject({ leftAtMs: 0, made: { document: shop } });
  });

  test('is left neither by undo nor by redo', () => {
    const { watch, goBackTo, slow, workspace, settle } = open();
    watch(3000);
    goBackTo(1000);
    slow(10);
    settle();
    watch(3000);
    workspace.getState().undo();
    settle();
    workspace.getState().redo();
    settle();
    expect(branchesNow()).toHaveLength(1);
  });

  test('goes when there are too many, unless it has a name', () => {
    const { workspace, settle, watch } = open();
    watch(500);
    for (let count = 1; count <= branchLimit + 2; count += 1) {
      workspace.getState().editDocument((before) => withFieldValue(before, cores, count + 4), edit);
      settle();
      if (count === 1) changeBranch(branchesNow()[0].id, { name: 'mine' });
    }
    expect(branchesNow()).toHaveLength(branchLimit + 1);
    expect(branchesNow()[0].name).toBe('mine');
  });

  test('is compared by what each line loses', () => {
    const crash = {
      atMs: 0,
      command: {
        kind: 'module-fault',
        moduleId: 'orders',
        faultKind: 'crash',
        fault: { kind: 'crash' },
      },
    } as const;
    const line = (script: RunJob['script']) => ({
      monolith: resultOf({ document: shop, deploymentId: 'monolith', seed: 1, seconds: 3, script }),
    });
    const figures = comparedFigures(shop, [line([]), line([crash])]);
    const [{ deploymentId, count }] = lostDifferences(figures);
    expect(deploymentId).toBe('monolith');
    expect(count).toBeGreaterThan(100);
    const success = figures.find(({ kind, journey }) => kind === 'success' && journey === null);
    expect(success?.values).toEqual([1, 0]);
  });

  test('is left by one breaker that is taken out at the present instant, to see what it was good for', () => {
    const { watch, workspace, settle, timeMs } = open();
    watch(2000);
    const leftAtMs = timeMs();
    const call = { deploymentId: 'microservices', callerId: 'orders', calleeId: 'payment' };
    const breaker = () => {
      const { document, interventions } = workspace.getState();
      return policyNow(document, interventions, call).policy.circuitBreaker;
    };
    const original = breaker();
    expect(original).toBeDefined();
    switchBreaker(workspace.getState(), call);
    settle();
    expect(breaker()).toBeUndefined();
    const [branch, ...others] = branchesNow();
    expect(others).toEqual([]);
    expect(branch.made.script).toEqual([]);
    expect(branch.leftAtMs).toBe(leftAtMs);
    expect(branch.wantedMs).toBeGreaterThan(branch.leftAtMs + 30_000);
    switchBreaker(workspace.getState(), call);
    settle();
    expect(breaker()).toEqual(original);
  });
});

describe('the same without the breakers', () => {
  test('of a whole deployment goes on from the present instant, beside what would have been', () => {
    const { watch, workspace, settle, timeMs, starts, sent } = open();
    const hasBreakersNow = () => {
      const { document, interventions } = workspace.getState();
      return hasBreakers(documentNow(document, interventions), 'microservices');
    };
    const microservices = shop.deployments.find(({ id }) => id === 'microservices');
    if (microservices === undefined) throw new Error('the shop has no microservices');
    const breakerCount = microservices.policies.filter(
      ({ circuitBreaker }) => circuitBreaker !== undefined,
    ).length;
    watch(2000);
    const leftAtMs = timeMs();
    switchBreakers(workspace.getState(), microservices);
    settle();
    expect(hasBreakersNow()).toBe(false);
    expect(workspace.getState().document).toBe(shop);
    expect(starts()).toHaveLength(1);
    expect(sent().map(({ kind }) => kind)).toEqual(Array(breakerCount).fill('policy'));
    expect(workspace.getState().script.every(({ atMs }) => atMs === leftAtMs)).toBe(true);
    const [branch, ...others] = branchesNow();
    expect(others).toEqual([]);
    expect(branch).toMatchObject({ leftAtMs, leftBy: { key: 'history.breakers.off' } });
    expect(branch.wantedMs).toBeGreaterThan(leftAtMs + 30_000);

    switchBreakers(workspace.getState(), microservices);
    expect(hasBreakersNow()).toBe(true);
    expect(workspace.getState().interventions.policies).toEqual({});
  });

  test('is one step away, and so is the way back', () => {
    expect(hasBreakers(shop, 'microservices')).toBe(true);
    const without = withoutBreakers(shop, 'microservices');
    expect(hasBreakers(without, 'microservices')).toBe(false);
    expect(withBreakers(without, shop, 'microservices')).toEqual(shop);
    const plain = withBreakers(without, without, 'microservices');
    expect(hasBreakers(plain, 'microservices')).toBe(true);
  });
});
