/** What can be done with the run and its customers. */
import { allSpeeds } from '../../timeline/speeds';
import { withoutFaults } from '../../workspace/intervene';
import { originalArrivalRate } from '../../workspace/interventions';
import { playerMoves } from '../player-moves';
import { matchScore } from './fuzzy-match';
import type { CommandContext, PageCommand } from './page-command';

export function runCommands(context: CommandContext): PageCommand[] {
  const { workspace, text, words, run } = context;
  const { intervene } = workspace.getState();
  const { playback } = run;
  return [
    {
      id: 'run:toggle',
      section: 'run',
      label: words('run.toggle'),
      keys: ['Space'],
      run: run.toggle,
    },
    ...playerMoves.map(
      ({ id, key, isShifted, move }): PageCommand => ({
        id: `run:${id}`,
        section: 'run',
        label: words(`run.${id}`),
        keys: isShifted ? ['Shift', key] : [key],
        run: () => move(run),
      }),
    ),
    {
      id: 'run:tenths',
      section: 'run',
      label: words('run.tenths'),
      keys: ['0', '…', '9'],
      run: null,
    },
    ...allSpeeds.map(
      ({ value, label }): PageCommand => ({
        id: `run:speed:${value}`,
        section: 'run',
        label: words('run.speed', { speed: label }),
        run: () => playback.setSpeed(Number(value)),
      }),
    ),
    {
      id: 'faults:clear',
      section: 'faults',
      label: text.t('inspector.faults.clear'),
      run: () => intervene(withoutFaults),
    },
    ...loadCommands(context),
  ];
}

function loadCommands({ workspace, text, words }: CommandContext): PageCommand[] {
  const { document, interventions, intervene } = workspace.getState();
  const original = originalArrivalRate(document);
  if (original === null) return [];
  const present = interventions.arrivalRatePerSecond ?? original;
  const choices = [
    ['load.double', present * 2],
    ['load.half', present / 2],
    ['load.reset', original],
  ] as const;
  return choices
    .filter(([word]) => word !== 'load.reset' || present !== original)
    .map(([word, rate]) => ({
      id: word,
      section: 'scale',
      label: words(word, { rate: text.format.rate(rate) }),
      run: () =>
        intervene((before) => ({
          ...before,
          arrivalRatePerSecond: rate === original ? null : rate,
        })),
    }));
}

/** `1:30`, `90` and `90 s` are instants, after words or without; `null` where no instant ends the query. */
export function instantIn(query: string): { words: string; timeMs: number } | null {
  const read = /^(.*?)(?<![\d:.,])(?:(\d+):)?(\d+(?:[.,]\d+)?)\s*s?$/.exec(query.trim());
  if (read === null) return null;
  const [, words, minutes = '0', seconds] = read;
  const timeMs = Math.round((Number(minutes) * 60 + Number(seconds.replace(',', '.'))) * 1000);
  return { words, timeMs };
}

/** The command that a typed instant stands for. */
export function seekCommands(
  { text, words, onSeek }: CommandContext,
  query: string,
): PageCommand[] {
  const instant = instantIn(query);
  if (instant === null || onSeek === null) return [];
  const { timeMs } = instant;
  if (matchScore(instant.words, words('run.seek', { time: '' })) === 0) return [];
  const time = text.format.clock(timeMs);
  return [
    {
      id: 'run:seek',
      section: 'run',
      label: words('run.seek', { time }),
      run: () => onSeek(timeMs),
    },
  ];
}
