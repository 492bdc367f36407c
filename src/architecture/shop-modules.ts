import type { DistributionInput } from './distribution';
import type { ArchitectureDocumentInput } from './document';
import type { StepInput } from './step';

/**
 * The business of the shop, the same in every cut.
 *
 * Assumptions: CPU demands are exponential, since requests differ and most are
 * short; search has a longer tail (lognormal), since some queries match half
 * the catalogue. Placing an order (prices, taxes, vouchers) and charging a card
 * (encryption, checks) are heavier than showing a page. A store spends little
 * CPU and then waits for its disk; a write that must last costs more than a read. The
 * card processor answers in 80 ms on average and never faster than its own
 * risk checks allow, so its times vary less than an exponential's.
 */
export const shopModules: ArchitectureDocumentInput['modules'] = [
  {
    id: 'web',
    name: { es: 'Servidor web', en: 'Web server' },
    operations: {
      home: [work(2), { call: 'catalog.list' }],
      find: [work(2), { call: 'catalog.search' }],
      buy: [work(2), { call: 'orders.place' }],
      track: [work(2), { call: 'orders.status' }],
    },
  },
  {
    id: 'catalog',
    name: { es: 'Catálogo', en: 'Catalog' },
    operations: {
      list: [work(4), { call: 'catalog-db.read' }, { call: 'inventory.stock' }],
      search: [
        { work: { cpuMs: { kind: 'lognormal', mean: 14, cv: 1.2 } } },
        { call: 'catalog-db.read' },
      ],
    },
  },
  {
    id: 'inventory',
    name: { es: 'Inventario', en: 'Inventory' },
    operations: {
      stock: [work(1.5), { call: 'inventory-db.read' }],
      reserve: [work(2.5), { call: 'inventory-db.write' }],
    },
  },
  {
    id: 'orders',
    name: { es: 'Pedidos', en: 'Orders' },
    operations: {
      // Goods are reserved before money is taken, and the order is written last:
      // what fails on the way leaves no paid order without goods.
      place: [
        work(12),
        { call: 'inventory.reserve' },
        { call: 'payment.charge' },
        { call: 'orders-db.write' },
        { call: 'events.order-placed', async: true },
      ],
      status: [work(1.5), { call: 'orders-db.read' }],
    },
  },
  {
    id: 'payment',
    name: { es: 'Pago', en: 'Payment' },
    operations: {
      charge: [work(10), { call: 'card-processor.authorize' }, { call: 'payment-db.write' }],
    },
  },
  {
    id: 'card-processor',
    kind: 'external',
    name: { es: 'Pasarela de tarjetas', en: 'Card processor' },
    operations: {
      authorize: [{ wait: { ms: { kind: 'lognormal', mean: 80, cv: 0.5 } } }],
    },
  },
  {
    id: 'catalog-db',
    kind: 'store',
    name: { es: 'Datos del catálogo', en: 'Catalog data' },
    operations: { read: storeAccess(0.8, { kind: 'exponential', mean: 2 }) },
  },
  {
    id: 'inventory-db',
    kind: 'store',
    name: { es: 'Existencias', en: 'Stock' },
    operations: {
      read: storeAccess(0.5, 1),
      write: storeAccess(0.8, { kind: 'exponential', mean: 4 }),
    },
  },
  {
    id: 'orders-db',
    kind: 'store',
    name: { es: 'Datos de pedidos', en: 'Order data' },
    operations: {
      read: storeAccess(0.6, 2),
      write: storeAccess(3, { kind: 'exponential', mean: 5 }),
    },
  },
  {
    id: 'payment-db',
    kind: 'store',
    name: { es: 'Libro de cobros', en: 'Payment ledger' },
    operations: { write: storeAccess(3, { kind: 'exponential', mean: 5 }) },
  },
  {
    id: 'events',
    kind: 'broker',
    name: { es: 'Eventos', en: 'Events' },
    // Whoever placed the order does not wait for this.
    operations: { 'order-placed': [{ deliver: 'inventory.stock' }] },
  },
];

function work(mean: number): StepInput {
  return { work: { cpuMs: { kind: 'exponential', mean } } };
}

function storeAccess(cpuMs: number, ms: DistributionInput): StepInput[] {
  return [{ work: { cpuMs } }, { wait: { ms } }];
}
