/** Steps of the history in the reader's words. Loaded when there is something to undo. */
import type { ArchitectureDocument } from '../../architecture/document';
import { type HistoryKey, historyCatalogues } from '../../i18n/history-text';
import type { MessageValues } from '../../i18n/message';
import { fill } from '../../i18n/translate';
import type { Command } from '../../simulation/command';
import { faultLabel } from '../../workspace/fault-label';
import { faultPeriodsOf } from '../../workspace/fault-periods';
import type { StepLabel } from '../../workspace/step';
import type { Text } from '../../workspace/use-text';

/** `history.undo` and its like: `Deshacer: tumbar Pago`. */
export function stepSentence(
  key: Extract<HistoryKey, `history.${'undo' | 'redo' | 'undone' | 'redone'}`>,
  label: StepLabel,
  document: ArchitectureDocument,
  text: Text,
): string {
  return worded(key, { step: stepText(label, document, text) }, text);
}

/** What a step did, as it follows “Undo:”. */
export function stepText(label: StepLabel, document: ArchitectureDocument, text: Text): string {
  if ('commands' in label) return commandsText(label.commands, document, text);
  const values = Object.entries(label.values ?? {}).map(([name, value]) => {
    if (typeof value === 'object') return [name, text.nameOf(value)];
    return [name, typeof value === 'number' ? text.format.number(value, 2) : value];
  });
  return worded(label.key, Object.fromEntries(values), text);
}

function worded(key: HistoryKey, values: MessageValues, { language }: Text): string {
  return fill(historyCatalogues[language][key], language, values);
}

function commandsText(
  commands: readonly Command[],
  document: ArchitectureDocument,
  text: Text,
): string {
  const [command, ...others] = commands;
  if (others.length === 0) return commandText(command, document, text);
  if (commands.every(isLifting)) return worded('history.healAll', {}, text);
  return worded('history.several', { count: commands.length }, text);
}

function isLifting(command: Command): boolean {
  if ('faultKind' in command) return command.fault === null;
  return command.kind === 'unit-crash' ? !command.isDown : command.kind === 'roll-back';
}

function commandText(command: Command, document: ArchitectureDocument, text: Text): string {
  const { format } = text;
  const [fault] = faultPeriodsOf({ ...document, timeline: [] }, [{ atMs: 0, command }]);
  if (fault !== undefined) {
    return worded('history.fault', { fault: faultLabel(fault, document, text) }, text);
  }
  const name = namedBy(command, document, text);
  if (isLifting(command) && command.kind !== 'roll-back') {
    return worded('history.fault.lift', { name }, text);
  }
  switch (command.kind) {
    case 'replicas':
      return worded('history.replicas', { name, count: command.replicas }, text);
    case 'concurrency': {
      const count = format.number(command.concurrency);
      return worded('history.concurrency', { name, count }, text);
    }
    case 'release':
      return worded('history.release', { name }, text);
    case 'roll-back':
      return worded('history.rollBack', { name }, text);
    case 'policy':
      return worded('history.policy', { name }, text);
    case 'arrival-rate': {
      const rate = format.rate(command.arrivalRatePerSecond);
      return worded('history.arrivalRate', { rate }, text);
    }
    case 'load-pattern':
      return worded('history.loadPattern', {}, text);
    default:
      return worded('history.several', { count: 1 }, text);
  }
}

/** The part that a command is about. */
function namedBy(command: Command, document: ArchitectureDocument, text: Text): string {
  if ('unitId' in command) return unitName(command, document, text);
  if ('moduleId' in command) return nameIn(document.modules, command.moduleId, text);
  if (!('callerId' in command)) return '';
  const [caller, callee] = [command.callerId, command.calleeId];
  return `${nameIn(document.modules, caller, text)} → ${nameIn(document.modules, callee, text)}`;
}

function unitName(
  { deploymentId, unitId }: { deploymentId: string; unitId: string },
  { deployments }: ArchitectureDocument,
  text: Text,
): string {
  const deployment = deployments.find(({ id }) => id === deploymentId);
  return nameIn(deployment?.units ?? [], unitId, text);
}

function nameIn(
  parts: readonly { id: string; name: { es: string; en: string } }[],
  wantedId: string,
  { nameOf }: Text,
): string {
  const part = parts.find(({ id }) => id === wantedId);
  return part === undefined ? wantedId : nameOf(part.name);
}
