/** What a block says of what happens, short enough to stand in it. */
import type { ArchitectureDocument, FaultEvent } from '../../architecture/document';
import type { Policy } from '../../architecture/policy';
import { faultLabel } from '../../workspace/fault-label';
import { faultPeriodsOf } from '../../workspace/fault-periods';
import { originalArrivalRate } from '../../workspace/interventions';
import type { ChartsText } from '../expanded/use-charts-text';
import { endOf, type Happening } from './happening';
import type { LaneBlock } from './lane-blocks';
import { patternDraftOf } from './pattern-draft';

/** `Pago ×50`, `Catálogo: 5 réplicas`, `Pedidos → Pago: sin protección`. */
export function blockWords(
  happening: Happening,
  document: ArchitectureDocument,
  text: ChartsText,
): string {
  const { c, format } = text;
  if ('pattern' in happening) {
    const stated = originalArrivalRate(document) ?? 0;
    const { kind, peak } = patternDraftOf(happening.pattern, happening.atMs, stated);
    if (kind === 'points') return c('lanes.load.pattern');
    if (kind === 'steady') return c('lanes.load.steady');
    return c(`lanes.load.${kind}.rate`, { rate: format.number(peak, 1) });
  }
  if ('release' in happening) {
    const key = happening.fault === undefined ? 'lanes.release' : 'lanes.release.faulty';
    return c(key, { module: moduleName(happening.release, document, text) });
  }
  if ('scale' in happening) {
    const unit = unitName(happening.scale, document, text);
    return 'replicas' in happening
      ? c('lanes.scale.replicas', { unit, count: happening.replicas })
      : c('lanes.scale.concurrency', { unit, count: happening.concurrency });
  }
  if ('load' in happening) {
    const { load } = happening;
    return 'factor' in load
      ? c('lanes.load.factor', { factor: format.factor(load.factor) })
      : c('lanes.load.rate', { rate: format.number(load.arrivalRatePerSecond, 1) });
  }
  if ('policy' in happening) return policyWords(happening.policy, document, text);
  return faultWords(happening, document, text);
}

/** What it is, where, when, and whose: for who does not see the lane. */
export function blockLabel(
  block: LaneBlock,
  document: ArchitectureDocument,
  text: ChartsText,
): string {
  const { c, nameOf } = text;
  const what = blockWords(block.happening, document, text);
  const when = spanWords(block.happening.atMs, endOf(block.happening), text);
  if (block.home.kind === 'story') return c('lanes.block.story', { what, when });
  const deployment = document.deployments.find(({ id }) => id === block.deploymentId);
  return deployment === undefined
    ? c('lanes.block', { what, when })
    : c('lanes.block.side', { what, when, deployment: nameOf(deployment.name) });
}

export function spanWords(
  fromMs: number,
  untilMs: number | null,
  { c, format }: ChartsText,
): string {
  const from = format.clock(fromMs);
  return untilMs === null
    ? c('lanes.from', { from })
    : c('lanes.span', { from, until: format.clock(untilMs) });
}

function faultWords(event: FaultEvent, document: ArchitectureDocument, text: ChartsText): string {
  const [period] = faultPeriodsOf({ ...document, timeline: [event] }, []);
  return period === undefined ? event.fault : faultLabel(period, document, text);
}

function policyWords(
  { caller, callee, ...means }: Policy,
  document: ArchitectureDocument,
  text: ChartsText,
): string {
  const { c, format } = text;
  const { cancel: _cancel, timeoutMs, retries, circuitBreaker, ...others } = means;
  const words = [
    ...(timeoutMs === undefined
      ? []
      : [c('lanes.policy.timeout', { time: format.duration(timeoutMs) })]),
    ...(retries === undefined ? [] : [c('lanes.policy.retries', { count: retries.max })]),
    ...(circuitBreaker === undefined ? [] : [c('lanes.policy.breaker')]),
  ];
  const otherwise = Object.keys(others).length > 0 ? 'lanes.policy.other' : 'lanes.policy.off';
  return c('lanes.policy', {
    caller: moduleName(caller, document, text),
    callee: moduleName(callee, document, text),
    means: words.length === 0 ? c(otherwise) : words.join(', '),
  });
}

export function moduleName(
  id: string,
  { modules }: ArchitectureDocument,
  { nameOf }: ChartsText,
): string {
  const module = modules.find((each) => each.id === id);
  return module === undefined ? id : nameOf(module.name);
}

export function unitName(
  id: string,
  { deployments }: ArchitectureDocument,
  { nameOf }: ChartsText,
): string {
  const unit = deployments.flatMap(({ units }) => units).find((each) => each.id === id);
  return unit === undefined ? id : nameOf(unit.name);
}
