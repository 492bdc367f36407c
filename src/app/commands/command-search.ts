/** What the palette lists for a query. */
import { allCommands } from './command-registry';
import { matchScore } from './fuzzy-match';
import { otherWordsOf } from './other-names';
import { type CommandContext, commandSections, type PageCommand } from './page-command';
import { seekCommands } from './run-commands';

/** More than this nobody reads: another letter narrows it down. */
const listedMax = 60;

/** The best answers, section by section as they are shown. */
export function foundCommands(context: CommandContext, query: string): PageCommand[] {
  const { words, text } = context;
  const scored = allCommands(context)
    .filter(({ run }) => run !== null)
    .map((command) => ({
      command,
      score: matchScore(
        query,
        `${command.label} ${words(`section.${command.section}`)}`,
        otherWordsOf(command, text.language),
      ),
    }))
    .filter(({ score }) => score > 0);
  if (query.trim() !== '') scored.sort((a, b) => b.score - a.score);
  const best = scored.slice(0, listedMax);
  const order = query.trim() === '' ? [...commandSections] : sectionsByBest(best);
  const found = order.flatMap((section) =>
    best.filter(({ command }) => command.section === section).map(({ command }) => command),
  );
  return [...seekCommands(context, query), ...found];
}

function sectionsByBest(best: readonly { command: PageCommand }[]) {
  return [...new Set(best.map(({ command }) => command.section))];
}
