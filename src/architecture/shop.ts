import { documentFrom } from './check-document';
import type { ArchitectureDocument, ArchitectureDocumentInput } from './document';
import { shopDeployments } from './shop-deployments';
import { shopModules } from './shop-modules';

/**
 * The shop that the page opens with: eleven modules, four journeys and three
 * cuts of the same modules. It is written in TypeScript and not in YAML, so
 * that page, worker, tests and command line read it alike, at once and without
 * a parser; `faultline show shop` prints it as YAML.
 */
export const shopInput: ArchitectureDocumentInput = {
  version: 1,
  id: 'shop',
  name: { es: 'Tienda online', en: 'Online shop' },
  modules: shopModules,
  // Most visitors look around, some search, one in ten buys. An objective is
  // what such a page may take before people notice; a payment may take longer.
  journeys: [
    {
      id: 'browse',
      name: { es: 'Mirar el catálogo', en: 'Browse' },
      entry: 'web.home',
      share: 0.6,
      sloMs: 300,
    },
    {
      id: 'search',
      name: { es: 'Buscar', en: 'Search' },
      entry: 'web.find',
      share: 0.25,
      sloMs: 400,
    },
    {
      id: 'checkout',
      name: { es: 'Comprar', en: 'Check out' },
      entry: 'web.buy',
      share: 0.1,
      sloMs: 1500,
    },
    {
      id: 'track',
      name: { es: 'Seguir un pedido', en: 'Order status' },
      entry: 'web.track',
      share: 0.05,
      sloMs: 500,
    },
  ],
  // A good hour of a middling shop.
  load: { kind: 'open', arrivalRatePerSecond: 200 },
  deployments: shopDeployments,
  // By itself the shop is healthy; what happens to it is for stories and readers.
  timeline: [],
};

/** The checked shop. */
export const shop: ArchitectureDocument = documentFrom(shopInput);
