import { expect, test, vi } from 'vitest';
import { SharedWork } from '../../src/comparison/shared-work';
import type { Work } from '../../src/comparison/use-analysis';

function work() {
  const begun = vi.fn<(watcher: Omit<Work, 'run'>) => void>();
  let resolve: (outcome: string) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const shared = new SharedWork((watcher) => {
    begun(watcher);
    return new Promise<string>((...settle) => {
      [resolve, reject] = settle;
    });
  });
  return { shared, inner: begun.mock.calls[0][0], resolve, reject };
}

function watcher() {
  const controller = new AbortController();
  const onProgress = vi.fn<(done: number, total: number) => void>();
  return { controller, onProgress, signal: controller.signal };
}

test('who comes later hears how far it is, and all get the one outcome', async () => {
  const { shared, inner, resolve } = work();
  const [first, second] = [watcher(), watcher()];
  const waits = [shared.wait(first)];
  inner.onProgress(3, 40);
  waits.push(shared.wait(second));
  expect(second.onProgress).toHaveBeenLastCalledWith(3, 40);
  inner.onProgress(4, 40);
  expect(first.onProgress).toHaveBeenLastCalledWith(4, 40);
  expect(second.onProgress).toHaveBeenLastCalledWith(4, 40);
  resolve('done');
  expect(await Promise.all(waits)).toEqual(['done', 'done']);
  expect(shared.isOver).toBe(true);
});

test('goes on while somebody waits, and is given up with the last one', async () => {
  const { shared, inner } = work();
  const [first, second] = [watcher(), watcher()];
  const waits = [shared.wait(first), shared.wait(second)];
  first.controller.abort('closed');
  await expect(waits[0]).rejects.toBe('closed');
  expect(inner.signal.aborted).toBe(false);
  inner.onProgress(5, 40);
  expect(first.onProgress).toHaveBeenLastCalledWith(0, 0);
  second.controller.abort('closed too');
  await expect(waits[1]).rejects.toBe('closed too');
  expect(inner.signal.aborted).toBe(true);
  expect(shared.isOver).toBe(true);
});

test('what fails, fails for all, and what is left of it is not done', async () => {
  const { shared, inner, reject } = work();
  const waits = [shared.wait(watcher()), shared.wait(watcher())];
  const failure = new Error('seed 7 broke');
  reject(failure);
  await expect(waits[0]).rejects.toBe(failure);
  await expect(waits[1]).rejects.toBe(failure);
  expect(inner.signal.aborted).toBe(true);
  expect(shared.isOver).toBe(true);
});

test('who has left before it waits does not hold it', async () => {
  const { shared, inner } = work();
  const gone = watcher();
  gone.controller.abort('gone');
  await expect(shared.wait(gone)).rejects.toBe('gone');
  expect(inner.signal.aborted).toBe(true);
});
