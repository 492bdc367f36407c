/** What a row of a waterfall is called, and what it says when it is chosen. */
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import type { RequestSubject } from './request-subject';
import type { WaterfallText } from './use-waterfall-text';
import { timeByKind, type WaterfallRow } from './waterfall-rows';

export interface RowPlace {
  readonly document: ArchitectureDocument;
  readonly deployment: Deployment;
}

/** `Pago · charge`. */
export function rowName(
  { span }: WaterfallRow,
  { document }: RowPlace,
  text: WaterfallText,
): string {
  const module = document.modules.find(({ id }) => id === span.moduleId);
  const name = module === undefined ? span.moduleId : text.nameOf(module.name);
  return `${name} · ${span.operationId}`;
}

/** Where it happens, or how it comes about; empty for what is plain. */
export function rowRemark(
  row: WaterfallRow,
  { deployment }: RowPlace,
  text: WaterfallText,
): string {
  const { span, visit } = row;
  const { w, nameOf } = text;
  if (span.kind === 'branch') return w('request.branch');
  if (span.kind === 'message') return w('request.message');
  if (span.kind === 'operation') return w('request.same');
  const where = visit ?? span;
  const unit = deployment.units.find(({ id }) => id === where.unitId);
  const isThere = visit !== null || span.kind === 'visit';
  const name = unit === undefined ? where.unitId : nameOf(unit.name);
  const remarks: string[] = [];
  if (isThere && where.replica !== null && (unit?.replicas ?? 1) > 1) {
    remarks.push(w('request.replica', { unit: name, number: where.replica }));
  }
  if (span.isHedge) remarks.push(w('request.hedge'));
  else if (span.attempt > 1) remarks.push(w('request.attempt', { count: span.attempt }));
  return remarks.join(' · ');
}

export function outcomeWord({ span }: WaterfallRow, { w }: WaterfallText): string {
  return w(`request.outcome.${span.outcome ?? 'unheard'}`);
}

export function isBad({ span }: WaterfallRow): boolean {
  return span.outcome !== 'ok' && span.outcome !== 'degraded';
}

/** `espera un hilo 2,4 s, calcula 4 ms`. */
export function partWords(row: WaterfallRow, { w, format }: WaterfallText): string {
  return timeByKind(row)
    .map(({ kind, ms }) => w(`request.part.${kind}`, { time: format.duration(ms) }))
    .join(', ');
}

/** The whole of a row as a sentence. */
export function rowSentence(
  row: WaterfallRow,
  originMs: number,
  place: RowPlace,
  text: WaterfallText,
): string {
  const { w, format } = text;
  const details = [rowRemark(row, place, text), partWords(row, text), outcomeWord(row, text)];
  if (row.inVainFromMs !== null) {
    details.push(w('request.vain', { time: format.duration(row.endMs - row.inVainFromMs) }));
  }
  return w('request.step', {
    what: rowName(row, place, text),
    begins: format.duration(row.startMs - originMs),
    takes: format.duration(row.span.endMs - row.startMs),
    details: `${details.filter((each) => each !== '').join(' · ')}.`,
  });
}

/** A customer by the name of what they do: `Comprar, petición 17`. */
export function requestName(
  { document }: RequestSubject,
  request: { journey: number; number: number },
  timeMs: number,
  { w, nameOf, format }: WaterfallText,
): string {
  return w('request.who', {
    journey: nameOf(document.journeys[request.journey].name),
    number: format.number(request.number),
    time: format.clock(timeMs),
  });
}
