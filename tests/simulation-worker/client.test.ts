import { describe, expect, it, vi } from 'vitest';
import type { Frame } from '../../src/simulation/frame';
import {
  type RunFailure,
  SimulationClient,
  type WorkerPort,
} from '../../src/simulation-worker/client';
import { patienceMs } from '../../src/simulation-worker/patience';
import type { PageMessage, WorkerMessage } from '../../src/simulation-worker/protocol';
import { runOf } from './two-deployments';

class RecordingPort implements WorkerPort {
  readonly received: PageMessage[] = [];
  isTerminated = false;
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  onmessageerror: WorkerPort['onmessageerror'] = null;

  postMessage(message: PageMessage): void {
    this.received.push(structuredClone(message));
  }

  terminate(): void {
    this.isTerminated = true;
  }

  answer(data: WorkerMessage): void {
    this.onmessage?.(new MessageEvent('message', { data }));
  }

  break(message: string): void {
    const event = Object.assign(new Event('error', { cancelable: true }), { message });
    this.onerror?.(event as ErrorEvent);
  }
}

function clientWithPorts() {
  const ports: RecordingPort[] = [];
  const client = new SimulationClient(() => {
    const port = new RecordingPort();
    ports.push(port);
    return port;
  });
  const heard: (string | number | RunFailure)[] = [];
  client.listen({
    onReady: () => heard.push('ready'),
    onFrame: (frame) => heard.push(frame.timeMs),
    onForeseen: (frame) => heard.push(`foreseen ${frame.timeMs}`),
    onApplied: ({ atMs, command }) => heard.push(`${command.kind} at ${atMs}`),
    onFound: (timeMs) => heard.push(`found ${timeMs}`),
    onFailed: (failure) => heard.push(failure),
  });
  return { client, ports, heard };
}

const command = { kind: 'arrival-rate', arrivalRatePerSecond: 5 } as const;

const frameAt = (timeMs: number): Frame => ({ timeMs, requestsPerDot: 1, deployments: [] });

describe('the client of the simulation worker', () => {
  it('hands on what the present run answers, and drops what an earlier one still says', () => {
    const { client, ports, heard } = clientWithPorts();
    client.start(runOf());
    ports[0].answer({ type: 'ready', runId: 1, timeMs: 0 });
    client.start(runOf());
    ports[0].answer({ type: 'frame', runId: 1, frame: frameAt(10) });
    ports[0].answer({ type: 'failed', runId: 1, message: 'old', seed: 1, atMs: 0, events: 0 });
    ports[0].answer({ type: 'ready', runId: 2, timeMs: 0 });
    ports[0].answer({ type: 'frame', runId: 2, frame: frameAt(20) });
    ports[0].answer({ type: 'applied', runId: 2, atMs: 20, command });
    client.resume([], 10);
    ports[0].answer({ type: 'applied', runId: 2, atMs: 21, command });
    expect(heard).toEqual(['ready', 'ready', 20, 'arrival-rate at 20']);
    expect(ports).toHaveLength(1);
  });

  it('speaks about the present run only', () => {
    const { client, ports } = clientWithPorts();
    client.start(runOf());
    client.start(runOf());
    client.advance(16, 1);
    client.send(command);
    client.resume([], 10);
    client.advance(12, 1);
    expect(ports[0].received.map(({ type, runId }) => [type, runId])).toEqual([
      ['start', 1],
      ['start', 2],
      ['advance', 2],
      ['command', 2],
      ['resume', 3],
      ['advance', 3],
    ]);
  });

  it('gives the run after a failure a fresh worker', () => {
    const { client, ports, heard } = clientWithPorts();
    client.start(runOf());
    const failure = { message: 'a slot is held twice', seed: 1, atMs: 4, events: 40 };
    ports[0].answer({ type: 'failed', runId: 1, ...failure });
    expect(heard).toEqual([failure]);
    expect(ports[0].isTerminated).toBe(true);
    client.start(runOf());
    expect(ports).toHaveLength(2);
    ports[1].answer({ type: 'ready', runId: 2, timeMs: 0 });
    expect(heard.at(-1)).toBe('ready');
  });

  it('says so when the worker breaks or cannot be loaded at all', () => {
    const { client, ports, heard } = clientWithPorts();
    client.start(runOf());
    ports[0].break('');
    expect(heard).toEqual([
      { message: 'The simulation worker could not be loaded.', seed: null, atMs: 0, events: 0 },
    ]);

    const refused: RunFailure[] = [];
    const unable = new SimulationClient(() => {
      throw new Error('workers are forbidden here');
    });
    unable.listen({
      onReady() {},
      onFrame() {},
      onForeseen() {},
      onApplied() {},
      onFound() {},
      onFailed: (failure) => refused.push(failure),
    });
    unable.start(runOf());
    expect(refused[0].message).toBe('workers are forbidden here');
  });

  it('takes a worker for dead that owes an answer for too long', () => {
    vi.useFakeTimers();
    try {
      const { client, ports, heard } = clientWithPorts();
      client.start(runOf());
      // However long it takes to load.
      vi.advanceTimersByTime(patienceMs * 10);
      ports[0].answer({ type: 'ready', runId: 1, timeMs: 0 });
      client.advance(16, 1);
      vi.advanceTimersByTime(patienceMs - 1);
      ports[0].answer({ type: 'frame', runId: 1, frame: frameAt(16) });
      vi.advanceTimersByTime(patienceMs * 10);
      expect(heard).toEqual(['ready', 16]);
      client.advance(32, 1);
      vi.advanceTimersByTime(patienceMs);
      expect(ports[0].isTerminated).toBe(true);
      expect(heard.at(-1)).toMatchObject({
        seed: null,
        message: 'The simulation does not answer.',
      });
    } finally {
      vi.useRealTimers();
    }
  });

  it('waits for each answer by itself, whatever else the worker says meanwhile', () => {
    vi.useFakeTimers();
    try {
      const { client, ports, heard } = clientWithPorts();
      client.start(runOf());
      ports[0].answer({ type: 'ready', runId: 1, timeMs: 0 });
      client.advance(16, 1);
      vi.advanceTimersByTime(patienceMs / 2);
      client.find(0, 'event', false);
      ports[0].answer({ type: 'found', runId: 1, timeMs: 3 });
      client.send(command);
      ports[0].answer({ type: 'applied', runId: 1, atMs: 3, command });
      expect(heard.at(-1)).toBe('arrival-rate at 3');
      vi.advanceTimersByTime(patienceMs / 2);
      expect(heard.at(-1)).toMatchObject({ message: 'The simulation does not answer.' });
      // Another run takes what the one before is owed along.
      client.start(runOf());
      ports[1].answer({ type: 'ready', runId: 2, timeMs: 0 });
      client.advance(16, 1);
      client.resume([], 10);
      ports[1].answer({ type: 'ready', runId: 3, timeMs: 10 });
      vi.advanceTimersByTime(patienceMs * 10);
      expect(heard.at(-1)).toBe('ready');
    } finally {
      vi.useRealTimers();
    }
  });

  it('is silent once disposed of', () => {
    const { client, ports, heard } = clientWithPorts();
    client.start(runOf());
    client.dispose();
    ports[0].answer({ type: 'ready', runId: 1, timeMs: 0 });
    client.advance(16, 1);
    expect(heard).toEqual([]);
    expect(ports[0].isTerminated).toBe(true);
    expect(ports[0].received).toHaveLength(1);
  });
});
