import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/architecture/check-document';
import { distributionSchema } from '../../src/architecture/distribution';
import { type ArchitectureDocument, documentSchema } from '../../src/architecture/document';
import { localizedTextSchema } from '../../src/architecture/localized-text';
import { readDocument } from '../../src/architecture/read-document';
import { stepKinds, stepSchema } from '../../src/architecture/step';
import { timelineEventSchema } from '../../src/architecture/timeline';
import { smallestDocument } from './smallest-document';

function checked(value: unknown): ArchitectureDocument {
  const result = checkDocument(value);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
  return result.document;
}

async function everyForm(): Promise<ArchitectureDocument> {
  const text = readFileSync(new URL('every-form.yaml', import.meta.url), 'utf8');
  const result = await readDocument(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
  return result.document;
}

/** The CPU demand of the only step of the smallest document, written this way. */
function demand(cpuMs: unknown): unknown {
  const document = smallestDocument();
  const operations = { serve: [{ work: { cpuMs } }] };
  const { modules } = checked({ ...document, modules: [{ id: 'server', operations }] });
  const [step] = modules[0]?.operations.serve ?? [];
  return step && 'work' in step ? step.work.cpuMs : null;
}

describe('a document of one server', () => {
  test('needs no more than that, and gets its defaults', () => {
    const document = checked(smallestDocument());
    expect(document).toMatchObject({
      name: { es: 'single', en: 'single' },
      timeline: [],
      modules: [{ kind: 'service', name: { es: 'server', en: 'server' } }],
      journeys: [{ share: 1, sloMs: 1000, name: { es: 'visit', en: 'visit' } }],
      load: { pattern: [] },
    });
    expect(document.deployments[0]).toMatchObject({
      policies: [],
      network: {
        latencyMs: { kind: 'constant', value: 0 },
        serializationCpuMs: { kind: 'constant', value: 0 },
      },
      units: [
        {
          replicas: 1,
          cores: 1,
          speed: 1,
          eventLoop: false,
          concurrency: 100,
          acceptQueue: 1000,
          startupMs: 5000,
          memoryMiB: 512,
          usdPerReplicaHour: 0,
          balancer: 'round-robin',
          external: false,
          runtime: { language: '', platform: '' },
        },
      ],
    });
  });

  test('may have no waiting room', () => {
    const document = smallestDocument();
    const [unit] = document.deployments[0]?.units ?? [];
    const deployments = [{ id: 'one', units: [{ ...unit, acceptQueue: 0, concurrency: 1 }] }];
    expect(checked({ ...document, deployments }).deployments[0]?.units[0]?.acceptQueue).toBe(0);
  });
});

describe('the format', () => {
  test('is read in all its forms', async () => {
    const { modules, timeline, deployments } = await everyForm();
    expect(modules[0]?.operations.home).toHaveLength(15);
    expect(timeline).toHaveLength(18);
    expect(deployments[1]?.policies[0]).toMatchObject({ cancel: true, hedge: { max: 1 } });
    expect(deployments[1]?.policies[1]).toMatchObject({
      retries: { backoffMs: 100, factor: 2, jitter: 'full' },
      circuitBreaker: { failureRate: 0.5, windowMs: 10_000, minimumCalls: 20, halfOpenProbes: 5 },
      bulkhead: { maxWaiting: 0 },
    });
  });

  test('takes its own checked document for what it is', async () => {
    const document = await everyForm();
    expect(checked(document)).toEqual(document);
    expect(checked(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  test('gives journeys without a share equal parts of the rest', () => {
    const journeys = [
      { id: 'a', entry: 'server.serve', share: 0.4 },
      { id: 'b', entry: 'server.serve' },
      { id: 'c', entry: 'server.serve' },
    ];
    const shares = checked({ ...smallestDocument(), journeys }).journeys.map(({ share }) => share);
    expect(shares).toEqual([0.4, 0.3, 0.3]);
  });

  test('names a unit after its only module, and one of several by its id', async () => {
    const { deployments } = await everyForm();
    const names = deployments.map(({ units }) => units.map(({ name }) => name.en));
    expect(names[0]).toEqual(['shop', 'Database', 'ads']);
    expect(names[1]).toContain('Catalog data');
  });

  test('takes speed and event loop from the runtime as well', async () => {
    const { deployments } = await everyForm();
    const catalog = deployments[1]?.units.find(({ id }) => id === 'catalog');
    expect(catalog).toMatchObject({ speed: 1.5, eventLoop: true });
    expect(catalog?.runtime).toEqual({ language: 'Go', platform: '' });
  });

  test('puts replayed arrivals in order of time', () => {
    const load = {
      kind: 'replay',
      arrivals: [
        { atMs: 5, journey: 'visit' },
        { atMs: 1.5, journey: 'visit' },
      ],
    };
    expect(checked({ ...smallestDocument(), load }).load).toMatchObject({
      arrivals: [{ atMs: 1.5 }, { atMs: 5 }],
    });
  });
});

describe('a distribution', () => {
  test('has one form once it is checked', () => {
    expect(demand(5)).toEqual({ kind: 'constant', value: 5 });
    expect(demand({ kind: 'erlang', mean: 2, cv: 0.5 })).toEqual({
      kind: 'erlang',
      mean: 2,
      shape: 4,
    });
    for (const kind of ['erlang', 'gamma', 'lognormal', 'uniform']) {
      expect(demand({ kind, mean: 2, cv: 0 })).toEqual({ kind: 'constant', value: 2 });
    }
    expect(demand({ kind: 'uniform', min: 2, max: 2 })).toEqual({ kind: 'constant', value: 2 });
  });

  test('takes an Erlang cv that is rounded', () => {
    expect(demand({ kind: 'erlang', mean: 2, cv: 0.3536 })).toMatchObject({ shape: 8 });
    expect(demand({ kind: 'erlang', mean: 2, cv: 0.57735 })).toMatchObject({ shape: 3 });
  });

  test('keeps mean and cv where a hyperexponential becomes branches', () => {
    const cv = 3;
    const distribution = demand({ kind: 'hyperexponential', mean: 10, cv });
    const { branches } = distribution as { branches: { probability: number; mean: number }[] };
    const moment = (power: number) =>
      branches.reduce((sum, { probability, mean }) => sum + probability * mean ** power, 0);
    expect(branches.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    expect(moment(1)).toBeCloseTo(10, 9);
    // The second moment of an exponential is twice its mean squared.
    expect(2 * moment(2)).toBeCloseTo(100 * (1 + cv * cv), 6);
  });

  test('keeps mean and cv where a uniform becomes its ends', () => {
    const { min, max } = demand({ kind: 'uniform', mean: 4, cv: 0.25 }) as Record<string, number>;
    expect((Number(min) + Number(max)) / 2).toBeCloseTo(4, 12);
    expect((Number(max) - Number(min)) / Math.sqrt(12)).toBeCloseTo(1, 12);
  });
});

describe('the schema', () => {
  test('describes every field', () => {
    const undescribed: string[] = [];
    const seen = new Set<unknown>();
    const samples: unknown[] = [
      ...[...stepKinds, 'atMs'].map((kind) => ({ [kind]: 0 })),
      ...['release', 'scale', 'load', 'policy', 'fault'].map((kind) => ({ [kind]: 0 })),
      { factor: 1 },
    ];
    const visit = (schema: AnySchema | undefined, path: string): void => {
      if (!schema || seen.has(schema)) return;
      seen.add(schema);
      if (schema.entries && isReal(schema)) {
        for (const [key, entry] of Object.entries(schema.entries)) {
          if (!isDescribed(entry)) undescribed.push(`${path}.${key}`);
          visit(entry, `${path}.${key}`);
        }
      }
      for (const sample of schema.getter ? samples : []) visit(schema.getter?.(sample), path);
      for (const inner of schema.pipe ?? []) if (inner !== schema) visit(inner, path);
      for (const option of schema.options ?? []) {
        if (typeof option === 'object' && option !== null) visit(option as AnySchema, path);
      }
      visit(schema.wrapped, path);
      visit(schema.item, `${path}[]`);
      visit(schema.value, `${path}.*`);
    };
    visit(documentSchema as unknown as AnySchema, '');
    for (const schema of [
      stepSchema,
      timelineEventSchema,
      distributionSchema,
      localizedTextSchema,
    ]) {
      visit(schema as AnySchema, 'lazy');
    }
    expect(seen.size).toBeGreaterThan(300);
    expect(undescribed).toEqual([]);
  });
});

interface AnySchema {
  type?: string;
  literal?: unknown;
  entries?: Record<string, AnySchema>;
  pipe?: AnySchema[];
  options?: unknown[];
  wrapped?: AnySchema;
  item?: AnySchema;
  value?: AnySchema;
  getter?: (input: unknown) => AnySchema;
}

function isReal(schema: AnySchema): boolean {
  return schema.type === 'object';
}

/** Described by itself or under its `optional`; a literal that tells kinds apart says what it is. */
function isDescribed(schema: AnySchema): boolean {
  const wrapped = schema.wrapped ?? schema;
  if (wrapped.type === 'literal') return true;
  return (wrapped.pipe ?? []).some(({ type }) => type === 'description');
}
