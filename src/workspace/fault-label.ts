import type { ArchitectureDocument } from '../architecture/document';
import type { LocalizedText } from '../architecture/localized-text';
import type { StruckTarget } from './fault-periods';
import type { Text } from './use-text';

/** `pago ×50`, `Catálogo caído`, `Tienda 2 caído`, `Tienda → Pago +200 ms`. */
export function faultLabel(
  { target, fault }: StruckTarget,
  document: ArchitectureDocument,
  text: Text,
): string {
  const { t, format } = text;
  const module = targetName(target, document, text);
  switch (fault.kind) {
    case 'crash':
      return t('controls.fault.crash', { module });
    case 'slow':
      return t('controls.fault.slow', { module, factor: format.factor(fault.factor) });
    case 'errors':
      return t('controls.fault.errors', { module, rate: format.percent(fault.rate) });
    case 'leak':
      return t('controls.fault.leak', { module, rate: format.number(fault.mibPerSecond, 1) });
    case 'hog':
      return t('controls.fault.hog', { module, cores: format.number(fault.cores, 2) });
    case 'latency':
      return t('controls.fault.latency', { link: module, delay: format.duration(fault.addMs) });
    case 'loss':
      return t('controls.fault.loss', { link: module, rate: format.percent(fault.rate) });
    case 'partition':
      return t('controls.fault.partition', { link: module });
  }
}

function targetName(
  target: StruckTarget['target'],
  document: ArchitectureDocument,
  { nameOf }: Text,
): string {
  const nameIn = (parts: readonly { id: string; name: LocalizedText }[], id: string) => {
    const part = parts.find((each) => each.id === id);
    return part === undefined ? id : nameOf(part.name);
  };
  if (target.kind === 'module') return nameIn(document.modules, target.id);
  if (target.kind === 'link') {
    const [caller, callee] = [target.callerId, target.calleeId];
    return `${nameIn(document.modules, caller)} → ${nameIn(document.modules, callee)}`;
  }
  const ofDeployment = document.deployments.filter(
    ({ id }) => target.deploymentId === null || id === target.deploymentId,
  );
  const unit = nameIn(
    ofDeployment.flatMap(({ units }) => units),
    target.id,
  );
  return target.kind === 'unit' ? unit : `${unit} ${target.number}`;
}
