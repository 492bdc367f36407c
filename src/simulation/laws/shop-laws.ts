/** The shop itself, healthy: every unit is as busy as its document says that it must be. */
import type { ArchitectureDocument, Step } from '../../architecture/document';
import { shop } from '../../architecture/shop';
import { momentsOf } from '../engine/distribution-moments';
import { expectedUtilization } from '../theory/cpu-demand';
import type { Control, LawCase, LawFigure } from './law';
import { measuredMs } from './reading';

const replications = 20;

/** With the mean in place of every demand for CPU: how busy a unit is then depends on who comes alone. */
function withConstantWork(document: ArchitectureDocument): ArchitectureDocument {
  const constant = (step: Step): Step => {
    if ('parallel' in step)
      return { parallel: step.parallel.map((branch) => branch.map(constant)) };
    if (!('work' in step)) return step;
    return { work: { cpuMs: { kind: 'constant', value: momentsOf(step.work.cpuMs).mean } } };
  };
  const modules = document.modules.map((module) => ({
    ...module,
    operations: Object.fromEntries(
      Object.entries(module.operations).map(([name, steps]) => [name, steps.map(constant)]),
    ),
  }));
  return { ...document, modules };
}

interface Shop {
  document: ArchitectureDocument;
  deploymentId: string;
  /** What is said of it beside the deployment. */
  remark: string;
  share: number;
}

function utilizationLaw({ document, deploymentId, remark, share }: Shop): LawCase {
  const deployment = shop.deployments.find(({ id }) => id === deploymentId);
  if (!deployment || shop.load.kind !== 'open') throw new Error('The shop has changed its shape.');
  const arrivalRatePerSecond = shop.load.arrivalRatePerSecond;
  const expected = expectedUtilization(document, deployment, arrivalRatePerSecond);
  const figures = [...expected].map(
    ([unitId, utilization]): LawFigure => ({
      name: `utilisation of ${unitId}`,
      theory: utilization,
      tolerance: { share },
      of: (result) => result.units[unitId].utilization.cores,
    }),
  );
  const controls = shop.journeys.map(
    (journey): Control => ({
      theory: journey.share * arrivalRatePerSecond,
      of: (result) => (result.journeys[journey.id].arrivals * 1000) / measuredMs(result),
    }),
  );
  return {
    law: 'utilisation law, U = X · S',
    parameters: `the shop as ${deploymentId}${remark}`,
    document,
    deploymentId,
    plan: { replications, seconds: 130, warmupSeconds: 5 },
    controls,
    figures,
  };
}

const steady = withConstantWork(shop);

export const shopLaws: readonly LawCase[] = ['monolith', 'microservices'].flatMap(
  (deploymentId) => [
    utilizationLaw({ document: shop, deploymentId, remark: '', share: 0.02 }),
    utilizationLaw({
      document: steady,
      deploymentId,
      remark: ', constant demands',
      share: 0.005,
    }),
  ],
);
