import type { ArchitectureDocumentInput } from './document';

type DeploymentInput = ArchitectureDocumentInput['deployments'][number];
type UnitInput = DeploymentInput['units'][number];

/**
 * Three cuts of the shop.
 *
 * Assumptions: all units stand in one data centre, half a millisecond apart,
 * and turning a call into bytes and back costs 0.15 ms of CPU at each end.
 * A core costs 0.04 dollars an hour and a GiB of memory 0.005, in a virtual
 * machine and in a container alike, so that no price list decides the
 * comparison. A virtual machine boots and warms up for three quarters of a
 * minute; a container starts within seconds, longer where a Java machine
 * starts. Forty threads per replica are what a classic web application has.
 * Balancers send a request to the replica with the least to do.
 * Every unit is as large as its share of 200 requests per second asks for:
 * between 40 and 70 % of its cores are busy (the broker, who only passes on,
 * has the smallest share that makes sense).
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
  balancer: 'least-outstanding',
  cores: 2,
  concurrency: 40,
  acceptQueue: 1000,
  startupMs: 45_000,
  memoryMiB: 4096,
  usdPerReplicaHour: usdPerHour(2, 4096),
} as const;

/** One database server that holds everybody's tables. */
const database: UnitInput = {
  id: 'database',
  name: { es: 'Base de datos', en: 'Database' },
  modules: ['catalog-db', 'inventory-db', 'orders-db', 'payment-db'],
  runtime: { language: 'PostgreSQL', platform: 'VM' },
  cores: 1,
  concurrency: 100,
  acceptQueue: 1000,
  startupMs: 20_000,
  memoryMiB: 4096,
  usdPerReplicaHour: usdPerHour(1, 4096),
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

const payment = service('payment', 'Kotlin', {
  cores: 0.25,
  concurrency: 20,
  startupMs: 12_000,
  memoryMiB: 1024,
});

const paymentLedger = store('payment-db', 'PostgreSQL', { cores: 0.15 });

const microservices: DeploymentInput = {
  id: 'microservices',
  name: { es: 'Microservicios', en: 'Microservices' },
  network,
  units: [
    service('web', 'Go', { cores: 0.5, concurrency: 64, startupMs: 4000, memoryMiB: 256 }),
    service('catalog', 'TypeScript', { replicas: 3, cores: 1, startupMs: 6000, memoryMiB: 512 }),
    service('inventory', 'Rust', { cores: 0.35, startupMs: 2000, memoryMiB: 128 }),
    service('orders', 'Java', { cores: 0.3, startupMs: 12_000, memoryMiB: 1024 }),
    payment,
    service('events', 'broker', {
      replicas: 1,
      cores: 0.1,
      concurrency: 64,
      acceptQueue: 100_000,
      startupMs: 5000,
      memoryMiB: 512,
    }),
    store('catalog-db', 'PostgreSQL', { cores: 0.35 }),
    store('inventory-db', 'Redis', { cores: 0.25, startupMs: 3000, memoryMiB: 512 }),
    store('orders-db', 'PostgreSQL', { cores: 0.15 }),
    paymentLedger,
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
    payment,
    paymentLedger,
    cardProcessor,
  ],
  policies: microservices.policies?.filter(({ callee }) => callee === 'payment') ?? [],
};

export const shopDeployments: DeploymentInput[] = [monolith, microservices, modular];

type Sizes = Partial<UnitInput> & { cores: number };

/** Two containers, with 32 threads each. */
function service(moduleId: string, language: string, sizes: Sizes): UnitInput {
  const memoryMiB = sizes.memoryMiB ?? 512;
  return {
    id: moduleId,
    modules: [moduleId],
    runtime: { language, platform: 'container' },
    replicas: 2,
    balancer: 'least-outstanding',
    concurrency: 32,
    acceptQueue: 500,
    usdPerReplicaHour: usdPerHour(sizes.cores, memoryMiB),
    ...sizes,
  };
}

/** One container with fifty connections. */
function store(moduleId: string, engine: string, sizes: Sizes): UnitInput {
  const memoryMiB = sizes.memoryMiB ?? 1024;
  return {
    id: moduleId,
    modules: [moduleId],
    runtime: { language: engine, platform: 'container' },
    replicas: 1,
    concurrency: 50,
    acceptQueue: 500,
    startupMs: 8000,
    memoryMiB,
    usdPerReplicaHour: usdPerHour(sizes.cores, memoryMiB),
    ...sizes,
  };
}

/** The price of a replica, US dollars per hour: by core and by GiB. */
function usdPerHour(cores: number, memoryMiB: number): number {
  return Math.round(40_000 * cores + (5000 * memoryMiB) / 1024) / 1e6;
}
