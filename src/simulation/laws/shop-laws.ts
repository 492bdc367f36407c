/** The shop itself, healthy: every unit is as busy as its document says that it must be. */
import { shop } from '../../architecture/shop';
import { expectedUtilization } from '../theory/cpu-demand';
import type { Control, LawCase, LawFigure } from './law';
import { measuredMs } from './reading';

const replications = 20;

function utilizationLaw(deploymentId: string): LawCase {
  const deployment = shop.deployments.find(({ id }) => id === deploymentId);
  if (!deployment || shop.load.kind !== 'open') throw new Error('The shop has changed its shape.');
  const arrivalRatePerSecond = shop.load.arrivalRatePerSecond;
  const expected = expectedUtilization(shop, deployment, arrivalRatePerSecond);
  const figures = [...expected].map(
    ([unitId, utilization]): LawFigure => ({
      name: `utilisation of ${unitId}`,
      theory: utilization,
      tolerance: { share: 0.02 },
      of: (result) => result.units[unitId].utilization.cores,
    }),
  );
  const controls = shop.journeys.map(
    ({ id, share }): Control => ({
      theory: share * arrivalRatePerSecond,
      of: (result) => (result.journeys[id].arrivals * 1000) / measuredMs(result),
    }),
  );
  return {
    law: 'utilisation law, U = X · S',
    parameters: `the shop as ${deploymentId}`,
    document: shop,
    deploymentId,
    plan: { replications, seconds: 130, warmupSeconds: 5 },
    controls,
    figures,
  };
}

export const shopLaws: readonly LawCase[] = ['monolith', 'microservices'].map(utilizationLaw);
