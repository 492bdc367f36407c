import * as v from 'valibot';
import { type ArchitectureDocument, documentSchema } from '../../src/architecture/document';

/** Who calls whom, by place: `calls[i]` are places after `i`, so that nothing goes round. */
export interface GeneratedShape {
  calls: readonly (readonly number[])[];
  /** How many modules each unit holds, in order; modules left over get a unit each. */
  unitSizes: readonly number[];
}

/** A document of as many modules as `calls` has entries; those that call nobody are stores. */
export function generatedDocument({ calls, unitSizes }: GeneratedShape): ArchitectureDocument {
  const modules = calls.map((callees, index) => ({
    id: `m${index}`,
    kind: callees.length === 0 && index > 0 ? 'store' : 'service',
    operations: {
      go: [{ work: { cpuMs: 1 } }, ...callees.map((callee) => ({ call: `m${callee}.go` }))],
    },
  }));
  const units: { id: string; modules: string[] }[] = [];
  let next = 0;
  for (const size of [...unitSizes, ...calls.map(() => 1)]) {
    const held = modules.slice(next, next + size).map(({ id }) => id);
    if (held.length > 0) units.push({ id: `u${units.length}`, modules: held });
    next += size;
  }
  return v.parse(documentSchema, {
    version: 1,
    id: 'generated',
    modules,
    journeys: [{ id: 'visit', entry: 'm0.go' }],
    load: { kind: 'open', arrivalRatePerSecond: 10 },
    deployments: [{ id: 'cut', units }],
  });
}

/** Sixty services and stores, each calling one to three of the next ones. */
export function sixtyUnits(): ArchitectureDocument {
  const count = 60;
  let seed = 7;
  const draw = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const calls = Array.from({ length: count }, (_, index) => {
    if (index > count * 0.7) return [];
    const callees = Array.from({ length: 1 + draw(3) }, () => index + 1 + draw(12));
    return [...new Set(callees.filter((callee) => callee < count))];
  });
  return generatedDocument({ calls, unitSizes: [] });
}

/** As many services, each of which calls two others in turn: a request visits all of them. */
export function serviceTree(count: number, arrivalRatePerSecond: number): ArchitectureDocument {
  const calls = Array.from({ length: count }, (_, index) =>
    [2 * index + 1, 2 * index + 2].filter((callee) => callee < count),
  );
  return underLoad(generatedDocument({ calls, unitSizes: [] }), arrivalRatePerSecond);
}

/** Fifty services: the first calls seven, each of them six, all twice, so that a request is 182 calls. */
export function busyFifty(arrivalRatePerSecond: number): ArchitectureDocument {
  const twice = (from: number, count: number) =>
    Array.from({ length: 2 * count }, (_, index) => from + (index % count));
  const calls = Array.from({ length: 50 }, (_, index) => {
    if (index === 0) return twice(1, 7);
    return index <= 7 ? twice(8 + 6 * (index - 1), 6) : [];
  });
  return underLoad(generatedDocument({ calls, unitSizes: [] }), arrivalRatePerSecond);
}

function underLoad(
  document: ArchitectureDocument,
  arrivalRatePerSecond: number,
): ArchitectureDocument {
  return { ...document, load: { kind: 'open', arrivalRatePerSecond, pattern: [] } };
}

/** Services that each have one caller among those before them, at random, and so many calls more between any two. */
export function almostTree(count: number, secondCount: number, seed: number): ArchitectureDocument {
  let state = seed;
  const draw = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
  const calls = Array.from({ length: count }, () => new Set<number>());
  for (let callee = 1; callee < count; callee += 1) calls[draw(callee)].add(callee);
  for (let left = secondCount; left > 0; ) {
    const [from, to] = [draw(count), draw(count)].sort((a, b) => a - b);
    if (from === to || calls[from].has(to)) continue;
    calls[from].add(to);
    left -= 1;
  }
  return generatedDocument({ calls: calls.map((callees) => [...callees]), unitSizes: [] });
}
