import type { ProblemCode } from '../../src/architecture/problem';

/** A document with a bit of everything, in which each case goes wrong in one way. */
const soundText = JSON.stringify({
  version: 1,
  id: 'sound',
  modules: [
    {
      id: 'web',
      operations: {
        buy: [{ work: { cpuMs: 2 } }, { call: 'payment.charge' }],
        look: [{ parallel: [[{ work: { cpuMs: 1 } }], [{ call: 'store.read' }]] }],
      },
    },
    {
      id: 'payment',
      operations: {
        charge: [{ call: 'bank.authorize' }, { call: 'events.paid', async: true }],
      },
    },
    { id: 'store', kind: 'store', operations: { read: [{ wait: { ms: 3 } }] } },
    { id: 'events', kind: 'broker', operations: { paid: [{ deliver: 'store.read' }] } },
    { id: 'bank', kind: 'external', operations: { authorize: [{ wait: { ms: 80 } }] } },
  ],
  journeys: [
    { id: 'buy', entry: 'web.buy', share: 0.25 },
    { id: 'look', entry: 'web.look', share: 0.75 },
  ],
  load: { kind: 'open', arrivalRatePerSecond: 100 },
  deployments: [
    {
      id: 'together',
      units: [
        { id: 'shop', modules: ['web', 'payment', 'store', 'events'] },
        { id: 'bank', modules: ['bank'], external: true },
      ],
    },
    {
      id: 'apart',
      units: [
        { id: 'web', modules: ['web'] },
        { id: 'payment', modules: ['payment'] },
        { id: 'store', modules: ['store'] },
        { id: 'events', modules: ['events'] },
        { id: 'bank', modules: ['bank'], external: true },
      ],
      policies: [{ caller: 'web', callee: 'payment', timeoutMs: 1000 }],
    },
  ],
  timeline: [{ atMs: 1000, fault: 'slow', module: 'bank', factor: 50, untilMs: 2000 }],
});

// biome-ignore lint/suspicious/noExplicitAny: a document that is about to go wrong has no type.
type Loose = any;

export function soundDocument(): Loose {
  return JSON.parse(soundText);
}

export interface ProblemCase {
  code: ProblemCode;
  /** Makes the sound document wrong in one way; what it returns takes the document's place. */
  spoil(document: Loose): unknown;
  path: string;
  /** Part of the parameters. */
  params?: Record<string, unknown>;
}

const service = (document: Loose) => document.modules[0].operations.buy[0].work;
const cpuPath = 'modules[0].operations.buy[0].work.cpuMs';

function distribution(
  code: ProblemCode,
  cpuMs: unknown,
  below: string,
  params: Record<string, unknown> = {},
): ProblemCase {
  return {
    code,
    spoil: (document) => {
      service(document).cpuMs = cpuMs;
    },
    path: `${cpuPath}${below}`,
    params,
  };
}

function event(
  code: ProblemCode,
  written: unknown,
  below: string,
  params: Record<string, unknown> = {},
): ProblemCase {
  return {
    code,
    spoil: (document) => {
      document.timeline[0] = written;
    },
    path: `timeline[0]${below}`,
    params,
  };
}

/** For every code but those that reading gives at least one way to get it, and only it. */
export const problemCases: ProblemCase[] = [
  {
    code: 'too-deep',
    spoil: () => JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`),
    path: '',
  },

  { code: 'wrong-type', spoil: () => 'a text', path: '', params: { expected: 'object' } },
  { code: 'wrong-type', spoil: () => [], path: '', params: { expected: 'object' } },
  distribution('wrong-type', '5 ms', '', { expected: 'distribution', received: '"5 ms"' }),
  {
    code: 'wrong-type',
    spoil: (document) => {
      document.modules[1].operations.charge[0].async = 'yes';
    },
    path: 'modules[1].operations.charge[0].async',
    params: { expected: 'boolean' },
  },
  {
    code: 'missing-field',
    spoil: (document) => {
      delete document.load.kind;
    },
    path: 'load',
    params: { field: 'kind', choices: ['open', 'closed', 'replay'] },
  },
  {
    code: 'missing-field',
    spoil: (document) => {
      delete document.journeys[0].entry;
    },
    path: 'journeys[0]',
    params: { field: 'entry' },
  },
  {
    code: 'unknown-field',
    spoil: (document) => {
      document.deployments[0].units[0].concurency = 5;
    },
    path: 'deployments[0].units[0]',
    params: { field: 'concurency', suggestion: 'concurrency' },
  },
  {
    code: 'unknown-choice',
    spoil: (document) => {
      document.modules[0].kind = 'servcie';
    },
    path: 'modules[0].kind',
    params: { suggestion: 'service' },
  },
  {
    code: 'unknown-choice',
    spoil: (document) => {
      document.version = 2;
    },
    path: 'version',
    params: { received: '2', choices: ['1'] },
  },
  distribution('too-small', -1, '', { value: -1, min: 0 }),
  distribution('too-small', { kind: 'hyperexponential', mean: 2, cv: 0.5 }, '.cv', { min: 1 }),
  distribution('not-above', { kind: 'exponential', mean: 0 }, '.mean', { bound: 0 }),
  distribution('too-large', { kind: 'uniform', mean: 2, cv: 0.6 }, '.cv', { value: 0.6 }),
  {
    code: 'too-large',
    spoil: (document) => {
      document.deployments[0].units[0].replicas = 1e6;
    },
    path: 'deployments[0].units[0].replicas',
    params: { max: 1000 },
  },
  {
    code: 'not-whole',
    spoil: (document) => {
      document.deployments[0].units[0].concurrency = 2.5;
    },
    path: 'deployments[0].units[0].concurrency',
  },
  distribution('not-finite', Number.NaN, ''),
  distribution('not-finite', Number.POSITIVE_INFINITY, ''),
  distribution('not-finite', { kind: 'lognormal', mean: 5, cv: Number.NaN }, '.cv'),
  {
    code: 'too-many',
    spoil: (document) => {
      document.journeys = Array.from({ length: 101 }, (_, index) => ({
        id: `journey-${index}`,
        entry: 'web.look',
      }));
    },
    path: 'journeys',
    params: { count: 101, max: 100 },
  },
  distribution('too-few', { kind: 'empirical', quantiles: [{ p: 0, value: 1 }] }, '.quantiles'),
  {
    code: 'too-long',
    spoil: (document) => {
      document.name = 'x'.repeat(401);
    },
    path: 'name',
    params: { length: 401, max: 400 },
  },
  {
    code: 'empty-list',
    spoil: (document) => {
      document.deployments = [];
      document.timeline = [];
    },
    path: 'deployments',
  },
  {
    code: 'empty-list',
    spoil: (document) => {
      for (const deployment of document.deployments) deployment.units = [];
      document.timeline = [];
    },
    path: 'deployments[0].units',
  },
  {
    code: 'empty-text',
    spoil: (document) => {
      document.name = { es: '', en: 'Shop' };
    },
    path: 'name.es',
  },
  {
    code: 'invalid-id',
    spoil: (document) => {
      document.id = 'Mi tienda única';
    },
    path: 'id',
    params: { suggestion: 'Mi-tienda-unica' },
  },
  {
    code: 'reserved-name',
    spoil: (document) => {
      document.id = 'constructor';
    },
    path: 'id',
  },
  {
    code: 'reserved-name',
    spoil: () =>
      JSON.parse(soundText.replace('"look":[{"parallel"', '"__proto__":[],"look":[{"parallel"')),
    path: 'modules[0].operations.__proto__',
  },
  {
    code: 'invalid-reference',
    spoil: (document) => {
      document.journeys[0].entry = 'web';
    },
    path: 'journeys[0].entry',
    params: { value: 'web' },
  },
  event('not-a-pair', { atMs: 1, fault: 'partition', link: ['web'] }, '.link', { count: 1 }),

  distribution('shape-or-cv', { kind: 'erlang', mean: 2 }, ''),
  distribution('shape-or-cv', { kind: 'erlang', mean: 2, shape: 4, cv: 0.5 }, ''),
  distribution('erlang-cv', { kind: 'erlang', mean: 2, cv: 0.6 }, '.cv', {
    nearestShape: 3,
    nearestCv: 0.5774,
  }),
  distribution('moments-or-branches', { kind: 'hyperexponential', mean: 2 }, ''),
  distribution('ends-or-moments', { kind: 'uniform', min: 2, cv: 0.2 }, ''),
  distribution('ends-order', { kind: 'uniform', min: 3, max: 2 }, '.max', { min: 3, max: 2 }),
  {
    code: 'ends-order',
    spoil: (document) => {
      document.deployments[1].units[0].autoscaler = { min: 4, max: 2 };
    },
    path: 'deployments[1].units[0].autoscaler.max',
  },
  distribution(
    'probabilities-sum',
    { kind: 'hyperexponential', branches: [{ probability: 0.9, mean: 1 }] },
    '.branches',
    { sum: 0.9 },
  ),
  distribution(
    'quantiles-order',
    {
      kind: 'empirical',
      quantiles: [
        { p: 0, value: 3 },
        { p: 1, value: 2 },
      ],
    },
    '.quantiles[1]',
  ),
  distribution(
    'quantiles-ends',
    {
      kind: 'empirical',
      quantiles: [
        { p: 0.1, value: 1 },
        { p: 1, value: 2 },
      ],
    },
    '.quantiles',
  ),

  {
    code: 'step-kind',
    spoil: (document) => {
      document.modules[0].operations.buy[0] = { work: { cpuMs: 1 }, wait: { ms: 1 } };
    },
    path: 'modules[0].operations.buy[0]',
    params: { found: ['work', 'wait'] },
  },
  {
    code: 'step-kind',
    spoil: (document) => {
      document.modules[0].operations.look[0].parallel[0][0] = { wrok: { cpuMs: 1 } };
    },
    path: 'modules[0].operations.look[0].parallel[0][0]',
    params: { found: [] },
  },
  event('event-kind', { atMs: 5 }, ''),
  event('event-target', { atMs: 5, fault: 'crash' }, '', { found: [] }),
  event('event-target', { atMs: 5, fault: 'crash', module: 'web', unit: 'web' }, '', {
    found: ['module', 'unit'],
  }),
  event(
    'until-before',
    { atMs: 50, fault: 'slow', factor: 2, module: 'web', untilMs: 50 },
    '.untilMs',
  ),
  event(
    'until-before',
    { atMs: 50, release: 'web', strategy: 'rolling', rollbackAtMs: 10 },
    '.rollbackAtMs',
  ),
  {
    code: 'pattern-order',
    spoil: (document) => {
      document.load.pattern = [
        { atMs: 1000, factor: 2, over: 500 },
        { atMs: 1400, factor: 1 },
      ];
    },
    path: 'load.pattern[1].atMs',
    params: { busyUntilMs: 1500 },
  },
  {
    code: 'given-twice',
    spoil: (document) => {
      Object.assign(document.deployments[0].units[0], { speed: 2, runtime: { speed: 3 } });
    },
    path: 'deployments[0].units[0].runtime.speed',
  },

  {
    code: 'duplicate-id',
    spoil: (document) => {
      document.journeys[1].id = 'buy';
    },
    path: 'journeys[1].id',
    params: { owner: 'journey', firstPath: 'journeys[0]' },
  },
  {
    code: 'duplicate-id',
    spoil: (document) => {
      document.deployments[1].units[2].id = 'web';
    },
    path: 'deployments[1].units[2].id',
    params: { owner: 'unit' },
  },
  {
    code: 'unknown-module',
    spoil: (document) => {
      document.deployments[1].policies[0].callee = 'paymnet';
    },
    path: 'deployments[1].policies[0].callee',
    params: { id: 'paymnet', suggestion: 'payment' },
  },
  event('unknown-module', { atMs: 5, fault: 'errors', rate: 0.5, module: 'bnak' }, '.module', {
    suggestion: 'bank',
  }),
  {
    code: 'unknown-unit',
    spoil: (document) => {
      document.deployments[0].application = ['shops'];
    },
    path: 'deployments[0].application[0]',
    params: { suggestion: 'shop' },
  },
  event('unknown-unit', { atMs: 5, scale: 'nothing-like-it', replicas: 2 }, '.scale', {
    suggestion: null,
  }),
  {
    code: 'unknown-journey',
    spoil: (document) => {
      document.load = { kind: 'replay', arrivals: [{ atMs: 1, journey: 'buuy' }] };
    },
    path: 'load.arrivals[0].journey',
    params: { suggestion: 'buy' },
  },
  {
    code: 'unknown-operation',
    spoil: (document) => {
      document.modules[0].operations.buy[1].call = 'payment.chrage';
    },
    path: 'modules[0].operations.buy[1].call',
    params: { suggestion: 'payment.charge' },
  },
  {
    code: 'unknown-operation',
    spoil: (document) => {
      document.journeys[1].entry = 'web.contemplate';
    },
    path: 'journeys[1].entry',
    params: { suggestion: null, known: ['web.buy', 'web.look'] },
  },
  event(
    'unknown-replica',
    { atMs: 5, fault: 'crash', replica: { unit: 'shop', number: 2 } },
    '.replica.number',
    { replicas: 1 },
  ),

  {
    code: 'module-missing',
    spoil: (document) => {
      document.deployments[0].units[0].modules = ['web', 'payment', 'events'];
    },
    path: 'deployments[0].units',
    params: { moduleId: 'store', deploymentId: 'together' },
  },
  {
    code: 'module-twice',
    spoil: (document) => {
      document.deployments[1].units[2].modules = ['store', 'web'];
    },
    path: 'deployments[1].units[2].modules[1]',
    params: { moduleId: 'web', firstPath: 'deployments[1].units[0].modules[0]' },
  },
  {
    code: 'own-module-in-external-unit',
    spoil: (document) => {
      document.deployments[1].units[2].external = true;
    },
    path: 'deployments[1].units[2].modules[0]',
  },
  {
    code: 'external-module-in-own-unit',
    spoil: (document) => {
      document.deployments[1].units[4].external = false;
    },
    path: 'deployments[1].units[4].modules[0]',
  },
  {
    code: 'too-many-slots',
    spoil: (document) => {
      Object.assign(document.deployments[0].units[0], { replicas: 1000, concurrency: 100_000 });
    },
    path: 'deployments[0].units',
    params: { slots: 1e8 },
  },

  {
    code: 'call-circle',
    spoil: (document) => {
      document.modules[2].operations.read.push({ call: 'web.look' });
    },
    path: 'modules[0].operations.look[0].parallel[1][0].call',
    params: { circle: ['store.read', 'web.look', 'store.read'] },
  },
  {
    code: 'async-not-to-broker',
    spoil: (document) => {
      document.modules[0].operations.buy[1].async = true;
    },
    path: 'modules[0].operations.buy[1].call',
    params: { moduleId: 'payment' },
  },
  {
    code: 'deliver-outside-broker',
    spoil: (document) => {
      document.modules[0].operations.look.push({ deliver: 'store.read' });
    },
    path: 'modules[0].operations.look[1].deliver',
  },
  {
    code: 'expansion-too-large',
    spoil: (document) => {
      // Ten calls of ten calls of … : 10^9 steps in a few lines.
      for (let level = 0; level < 9; level += 1) {
        const callee = level === 0 ? 'store.read' : `web.level${level - 1}`;
        document.modules[0].operations[`level${level}`] = Array.from({ length: 10 }, () => ({
          call: callee,
        }));
      }
      document.journeys[0].entry = 'web.level8';
    },
    path: 'journeys',
    params: { max: 200_000 },
  },
  {
    code: 'calls-too-deep',
    spoil: (document) => {
      for (let level = 0; level < 1500; level += 1) {
        const callee = level === 0 ? 'store.read' : `web.level${level - 1}`;
        document.modules[0].operations[`level${level}`] = [{ call: callee }];
      }
      document.journeys[0].entry = 'web.level1499';
    },
    path: 'journeys',
    params: { depth: 1501, max: 1000 },
  },

  {
    code: 'shares-sum',
    spoil: (document) => {
      document.journeys[0].share = 0.2;
    },
    path: 'journeys',
    params: { sum: 0.95 },
  },
  {
    code: 'rate-without-open-load',
    spoil: (document) => {
      document.load = { kind: 'closed', customers: 5 };
      document.timeline[0] = { atMs: 5, load: { arrivalRatePerSecond: 5 } };
    },
    path: 'timeline[0].load',
    params: { loadKind: 'closed' },
  },
  {
    code: 'policy-twice',
    spoil: (document) => {
      document.deployments[1].policies.push({ caller: 'web', callee: 'payment' });
    },
    path: 'deployments[1].policies[1]',
    params: { firstPath: 'deployments[1].policies[0]' },
  },
  {
    code: 'no-such-call',
    spoil: (document) => {
      document.deployments[1].policies[0] = { caller: 'store', callee: 'payment' };
    },
    path: 'deployments[1].policies[0]',
    params: { callees: [] },
  },
  event('no-such-call', { atMs: 5, fault: 'partition', link: ['payment', 'web'] }, '.link', {
    callees: ['bank', 'events'],
  }),
];
