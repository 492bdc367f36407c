import { describe, expect, test } from 'vitest';
import type { ArchitectureDocument } from '../../../src/architecture/document';
import { shop } from '../../../src/architecture/shop';
import { Simulation } from '../../../src/simulation/engine/simulation';
import { storiesOf } from '../../../src/simulation/measurement/request-stories';
import { TraceLog } from '../../../src/simulation/measurement/trace-log';
import { type RequestStory, type Span, timeIn } from '../../../src/simulation/span';
import { documentOfStory } from '../../../src/stories/document-of-story';
import { storyById } from '../../../src/stories/stories';
import { call, parallel, type Scenario, simulate, wait, work } from '../scenario';

const deploymentIds = ['monolith', 'microservices'] as const;

function sampleOf(
  document: ArchitectureDocument,
  deploymentId: string,
  every: number,
  seconds: number,
): RequestStory[] {
  const simulation = new Simulation({ document, deploymentId, seed: 42 });
  simulation.trace(new TraceLog({ every }));
  simulation.runUntil(seconds * 1000);
  return storiesOf(simulation.traced());
}

/** A story with timeouts, an open breaker and full queues. */
function troubledShop(): ArchitectureDocument {
  const story = storyById('payment-slow');
  if (story === null) throw new Error('The story of the slow payment is gone.');
  return documentOfStory(story, shop);
}

function childrenOf({ spans }: RequestStory, { id }: Span): Span[] {
  return spans.filter(({ parentId, kind }) => parentId === id && kind !== 'message');
}

const lengthOf = ({ startMs, endMs }: { startMs: number; endMs: number }) => endMs - startMs;
const whole = () => true;

/** What each of a request's modules was to do, in the order in which it was done, on a core of speed 1. */
function demandsOf(story: RequestStory): string[] {
  const deployment = shop.deployments.find(({ id }) => id === story.deploymentId);
  return story.spans
    .flatMap(({ unitId, moduleId, parts }) => {
      const unit = deployment?.units.find(({ id }) => id === unitId);
      const speed = unit?.external ? 1 : (unit?.cores ?? 1) / Math.ceil(unit?.cores ?? 1);
      return parts
        .filter(({ kind }) => kind === 'cpu' || kind === 'wait')
        .map((part) => {
          const ms = lengthOf(part) * (part.kind === 'cpu' ? speed * (unit?.speed ?? 1) : 1);
          return `${moduleId} ${part.kind} ${ms.toFixed(6)}`;
        });
    })
    .sort();
}

describe.each(deploymentIds)('the stories of single requests in the %s', (deploymentId) => {
  const stories = sampleOf(troubledShop(), deploymentId, 40, 40);

  test('add up: what a span waits, works and is under way, and its children take, is what it takes', () => {
    for (const story of stories) {
      for (const span of story.spans) {
        if (span.outcome === null) continue;
        const children = childrenOf(story, span).filter((child) => child.endMs <= span.endMs);
        const parts = timeIn(span, whole) + children.reduce((sum, each) => sum + lengthOf(each), 0);
        // A visit that nobody waits for any more is not part of what its caller lived through.
        const isLeft = childrenOf(story, span).length > children.length;
        if (!isLeft) expect(parts).toBeCloseTo(lengthOf(span), 6);
      }
    }
  });

  test('stand within their parents, unless nobody waits for them', () => {
    for (const { spans } of stories) {
      for (const span of spans) {
        const parent = span.parentId === null ? null : spans[span.parentId];
        if (parent === null || span.kind === 'message') continue;
        expect(span.startMs).toBeGreaterThanOrEqual(parent.startMs);
        if (span.inVainFromMs === null) expect(span.endMs).toBeLessThanOrEqual(parent.endMs);
        else expect(span.inVainFromMs).toBeLessThan(span.endMs);
      }
    }
  });

  test('have a customer who got an answer, or a cause', () => {
    const ended = stories.filter(({ outcome }) => outcome !== null);
    expect(ended.length).toBeGreaterThan(stories.length / 2);
    for (const { spans, outcome, startMs, endMs } of ended) {
      expect(spans[0]).toMatchObject({ parentId: null, kind: 'visit', outcome, startMs, endMs });
    }
  });

  test('are told without changing the run, and the same from a checkpoint on', () => {
    const options = { document: troubledShop(), deploymentId, seed: 42 };
    const plain = new Simulation(options);
    plain.runUntil(15_000);
    const fork = plain.fork();
    plain.runUntil(40_000);
    const traced = new Simulation(options);
    traced.trace(new TraceLog({ every: 7 }));
    traced.runUntil(40_000);
    expect(traced.digest()).toBe(plain.digest());

    const [journey, number] = [0, 2000];
    fork.trace(new TraceLog({ journey, number }));
    fork.runUntil(40_000);
    const journeyId = shop.journeys[journey].id;
    const [alone, ...others] = storiesOf(fork.traced());
    expect(others).toEqual([]);
    expect(alone).toMatchObject({ journeyId, requestNumber: number, deploymentId });
    const all = new Simulation(options);
    all.trace(new TraceLog({ every: 1000 }));
    all.runUntil(40_000);
    const same = storiesOf(all.traced()).find((story) => {
      return story.journeyId === journeyId && story.requestNumber === number;
    });
    expect(alone).toEqual(same);
  });

  test('go on after a seek as if there had been none', () => {
    const simulation = new Simulation({ document: troubledShop(), deploymentId, seed: 42 });
    simulation.trace(new TraceLog({ every: 40 }));
    simulation.runUntil(12_000);
    const checkpoint = simulation.checkpoint();
    simulation.runUntil(30_000);
    simulation.restore(checkpoint);
    simulation.runUntil(40_000);
    expect(storiesOf(simulation.traced())).toEqual(stories);
  });
});

describe('the same customer in both deployments', () => {
  const [left, right] = deploymentIds.map((id) => sampleOf(shop, id, 60, 20));

  test('is in the sample of both', () => {
    const names = (stories: RequestStory[]) =>
      stories.map(({ journeyId, requestNumber }) => `${journeyId}:${requestNumber}`);
    expect(names(left)).toEqual(names(right));
    expect(left.length).toBeGreaterThan(50);
  });

  test('asks the same of every module', () => {
    let compared = 0;
    left.forEach((story, index) => {
      if (story.outcome !== 'ok' || right[index].outcome !== 'ok') return;
      if (story.journeyId === 'checkout') return; // Its message may be under way at the end.
      expect(demandsOf(story)).toEqual(demandsOf(right[index]));
      compared++;
    });
    expect(compared).toBeGreaterThan(40);
  });
});

/** `call b 0–50 timedOut`, children below their parents by two spaces. */
function told(scenario: Scenario, number = 0): string[] {
  const simulation = simulate(scenario);
  simulation.trace(new TraceLog({ journey: 0, number }));
  simulation.runUntil(1e5);
  const [story] = storiesOf(simulation.traced());
  const depths: number[] = [];
  return story.spans.map((span) => {
    depths[span.id] = span.parentId === null ? 0 : depths[span.parentId] + 1;
    const parts = span.parts.map((part) => ` [${part.kind} ${part.startMs}–${part.endMs}]`);
    const vain = span.inVainFromMs === null ? '' : ` in vain from ${span.inVainFromMs}`;
    const copy = span.isHedge ? ' hedge' : span.attempt > 1 ? ` again ${span.attempt}` : '';
    const head = `${span.kind} ${span.moduleId} ${span.startMs}–${span.endMs} ${span.outcome}`;
    return `${'  '.repeat(depths[span.id])}${head}${copy}${vain}${parts.join('')}`;
  });
}

describe('a story by hand', () => {
  const network = { latencyMs: 1, serializationCpuMs: 0 };

  test('of a retry tells the pause, both attempts, and the work in vain', () => {
    const scenario: Scenario = {
      services: [
        { id: 'a', steps: [work(2), call('b')] },
        { id: 'b', steps: [wait(80)] },
      ],
      arrivals: [0],
      network,
      policies: [
        {
          caller: 'a',
          callee: 'b',
          timeoutMs: 50,
          retries: { max: 1, backoffMs: 20, jitter: 'none' },
        },
      ],
    };
    expect(told(scenario)).toEqual([
      'visit a 0–122 timedOut [cpu 0–2] [pause 52–72]',
      '  call b 2–52 timedOut [network 2–3]',
      '    visit b 3–83 ok in vain from 52 [wait 3–83]',
      '  call b 72–122 timedOut again 2 [network 72–73]',
      '    visit b 73–153 ok in vain from 122 [wait 73–153]',
    ]);
  });

  test('of one that waits tells for what', () => {
    const scenario: Scenario = {
      services: [{ id: 'a', steps: [work(10), wait(5)], unit: { concurrency: 2, cores: 1 } }],
      arrivals: [0, 0, 0],
    };
    expect(told(scenario, 1)).toEqual(['visit a 0–25 ok [core 0–10] [cpu 10–20] [wait 20–25]']);
    expect(told(scenario, 2)).toEqual([
      'visit a 0–35 ok [slot 0–15] [core 15–20] [cpu 20–30] [wait 30–35]',
    ]);
  });

  test('of parallel work tells each branch', () => {
    const scenario: Scenario = {
      services: [
        { id: 'a', steps: [parallel([wait(5)], [call('b')]), work(1)] },
        { id: 'b', steps: [wait(10)] },
      ],
      arrivals: [0],
      network,
    };
    expect(told(scenario)).toEqual([
      'visit a 0–13 ok [cpu 12–13]',
      '  branch a 0–5 ok [wait 0–5]',
      '  branch a 0–12 ok',
      '    call b 0–12 ok [network 0–1] [network 11–12]',
      '      visit b 1–11 ok [wait 1–11]',
    ]);
  });

  test('of a hedged call tells the copy, and that the slower one works in vain', () => {
    const scenario: Scenario = {
      services: [
        { id: 'a', steps: [call('b')] },
        { id: 'b', steps: [work(30)], unit: { replicas: 2, cores: 1, balancer: 'round-robin' } },
      ],
      arrivals: [0],
      network,
      policies: [{ caller: 'a', callee: 'b', hedge: { afterMs: 10 } }],
    };
    expect(told(scenario)).toEqual([
      'visit a 0–32 ok',
      '  call b 0–32 ok [network 0–1] [network 31–32]',
      '    visit b 1–31 ok [cpu 1–31]',
      '  call b 10–32 null hedge [network 10–11]',
      '    visit b 11–41 ok in vain from 32 [cpu 11–41]',
    ]);
  });

  test('of a crash tells who heard of it and when', () => {
    const scenario: Scenario = {
      services: [
        { id: 'a', steps: [call('b')] },
        { id: 'b', steps: [wait(50)] },
      ],
      arrivals: [0],
      network,
      policies: [{ caller: 'a', callee: 'b', fallback: 'degraded' }],
      timeline: [{ atMs: 20, fault: 'crash', module: 'b' }],
    };
    expect(told(scenario)).toEqual([
      'visit a 0–21 degraded',
      '  call b 0–21 crashed [network 0–1] [network 20–21]',
      '    visit b 1–20 crashed [wait 1–20]',
    ]);
  });

  test('of a message tells its delivery, which nobody waits for and which is not in vain', () => {
    const scenario: Scenario = {
      services: [
        { id: 'a', steps: [{ call: 'log.serve', async: true }, work(1)] },
        { id: 'log', kind: 'broker', steps: [{ deliver: 'b.serve' }] },
        { id: 'b', steps: [wait(30)] },
      ],
      arrivals: [0],
      network,
    };
    expect(told(scenario)).toEqual([
      'visit a 0–3 ok [cpu 2–3]',
      '  call log 0–2 ok [network 0–1] [network 1–2]',
      '    visit log 1–1 ok',
      '      message b 1–33 ok',
      '        call b 1–33 ok [network 1–2] [network 32–33]',
      '          visit b 2–32 ok [wait 2–32]',
    ]);
  });
});
