import type { ArchitectureDocumentInput } from './document';

type DeploymentInput = ArchitectureDocumentInput['deployments'][number];
type UnitInput = DeploymentInput['units'][number];

/**
 * Three cuts of the shop.
 *
 * Assumptions: all units stand in one data centre, half a millisecond apart,
 * and turning a call into bytes and back costs 0.15 ms of CPU at each end.
 * A virtual machine with two cores costs 0.17 dollars an hour and boots and
 * warms up for three quarters of a minute; half a core in a container costs
 * 0.02 dollars and starts within seconds, longer where a Java machine starts.
 * Forty threads per replica are what a classic web application has.
 */
const network: DeploymentInput['network'] = {
  latencyMs: { kind: 'lognormal', mean: 0.5, cv: 0.6 },
  serializationCpuMs: 0.15,
};

const cardProcessor: UnitInput = {
  id: 'card-processor',
  modules: ['card-processor'],
  external: true,
};

/** A virtual machine that runs the application. */
const applicationServer = {
  runtime: { language: 'Java', platform: 'VM' },
  replicas: 2,
  cores: 2,
  concurrency: 40,
  acceptQueue: 1000,
  startupMs: 45_000,
  memoryMiB: 4096,
  usdPerReplicaHour: 0.17,
} as const;

/** One database server that holds everybody's tables. */
const database: UnitInput = {
  id: 'database',
  name: { es: 'Base de datos', en: 'Database' },
  modules: ['catalog-db', 'inventory-db', 'orders-db', 'payment-db'],
  runtime: { language: 'PostgreSQL', platform: 'VM' },
  cores: 2,
  concurrency: 100,
  acceptQueue: 1000,
  startupMs: 20_000,
  memoryMiB: 4096,
  usdPerReplicaHour: 0.2,
};

const monolith: DeploymentInput = {
  id: 'monolith',
  name: { es: 'Monolito', en: 'Monolith' },
  application: ['shop', 'database'],
  network,
  units: [
    {
      id: 'shop',
      name: { es: 'Tienda', en: 'Shop' },
      modules: ['web', 'catalog', 'inventory', 'orders', 'payment', 'events'],
      ...applicationServer,
    },
    database,
    cardProcessor,
  ],
};

const microservices: DeploymentInput = {
  id: 'microservices',
  name: { es: 'Microservicios', en: 'Microservices' },
  network,
  units: [
    service('web', 'Go', { cores: 0.5, concurrency: 64, startupMs: 4000, memoryMiB: 256 }),
    service('catalog', 'TypeScript', { replicas: 4, startupMs: 6000 }),
    service('inventory', 'Rust', { startupMs: 2000, memoryMiB: 128 }),
    service('orders', 'Java', { startupMs: 12_000, memoryMiB: 1024 }),
    service('payment', 'Kotlin', { concurrency: 20, startupMs: 12_000, memoryMiB: 1024 }),
    service('events', 'broker', { replicas: 1, concurrency: 64, acceptQueue: 100_000 }),
    store('catalog-db', 'PostgreSQL', {}),
    store('inventory-db', 'Redis', { startupMs: 3000, memoryMiB: 512 }),
    store('orders-db', 'PostgreSQL', {}),
    store('payment-db', 'PostgreSQL', {}),
    cardProcessor,
  ],
  policies: [
    {
      caller: 'orders',
      callee: 'payment',
      timeoutMs: 1000,
      circuitBreaker: {
        failureRate: 0.5,
        windowMs: 10_000,
        minimumCalls: 20,
        openMs: 10_000,
        halfOpenProbes: 5,
      },
    },
    { caller: 'catalog', callee: 'inventory', timeoutMs: 200, fallback: 'degraded' },
  ],
};

/** The cut between: payment has left with its ledger and its card processor, the rest has stayed. */
const modular: DeploymentInput = {
  id: 'modular',
  name: { es: 'Monolito con el pago aparte', en: 'Monolith with payment split off' },
  application: ['shop', 'database'],
  network,
  units: [
    {
      id: 'shop',
      name: { es: 'Tienda', en: 'Shop' },
      modules: ['web', 'catalog', 'inventory', 'orders', 'events'],
      ...applicationServer,
    },
    { ...database, modules: ['catalog-db', 'inventory-db', 'orders-db'] },
    service('payment', 'Kotlin', { concurrency: 20, startupMs: 12_000, memoryMiB: 1024 }),
    store('payment-db', 'PostgreSQL', {}),
    cardProcessor,
  ],
  policies: microservices.policies?.filter(({ callee }) => callee === 'payment') ?? [],
};

export const shopDeployments: DeploymentInput[] = [monolith, microservices, modular];

/** Two containers of half a core each. */
function service(moduleId: string, language: string, differences: Partial<UnitInput>): UnitInput {
  return {
    id: moduleId,
    modules: [moduleId],
    runtime: { language, platform: 'container' },
    replicas: 2,
    cores: 0.5,
    concurrency: 32,
    acceptQueue: 500,
    startupMs: 5000,
    memoryMiB: 512,
    usdPerReplicaHour: 0.02,
    ...differences,
  };
}

/** One container with a core of its own and fifty connections. */
function store(moduleId: string, engine: string, differences: Partial<UnitInput>): UnitInput {
  return {
    id: moduleId,
    modules: [moduleId],
    runtime: { language: engine, platform: 'container' },
    replicas: 1,
    cores: 1,
    concurrency: 50,
    acceptQueue: 500,
    startupMs: 8000,
    memoryMiB: 1024,
    usdPerReplicaHour: 0.05,
    ...differences,
  };
}
