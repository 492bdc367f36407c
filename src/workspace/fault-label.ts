import type { ArchitectureDocument } from '../architecture/document';
import type { FaultPeriod } from './fault-periods';
import type { Text } from './use-text';

/** `pago ×50`, `Catálogo caído`. */
export function faultLabel(
  { target, fault }: Pick<FaultPeriod, 'target' | 'fault'>,
  document: ArchitectureDocument,
  { t, format, nameOf }: Text,
): string {
  const name =
    target.kind === 'module'
      ? document.modules.find(({ id }) => id === target.id)?.name
      : document.deployments
          .find(({ id }) => id === target.deploymentId)
          ?.units.find(({ id }) => id === target.id)?.name;
  const module = name === undefined ? target.id : nameOf(name);
  switch (fault.kind) {
    case 'crash':
      return t('controls.fault.crash', { module });
    case 'slow':
      return t('controls.fault.slow', { module, factor: format.factor(fault.factor) });
    case 'errors':
      return t('controls.fault.errors', { module, rate: format.percent(fault.rate) });
  }
}
