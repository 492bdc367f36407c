/** What can be written into the lanes of the timeline at the playhead. */
import { translateChartsInto } from '../../i18n/charts-text';
import { askForBlock } from '../../timeline/lanes/block-request';
import { canHappen } from '../../timeline/lanes/first-block';
import { type LaneId, laneIds } from '../../timeline/lanes/happening';
import type { CommandContext, CommandSection, PageCommand } from './page-command';

const sections: Readonly<Record<LaneId, CommandSection>> = {
  faults: 'faults',
  load: 'scale',
  scaling: 'scale',
  releases: 'run',
  policies: 'policy',
};

export function laneCommands({ workspace, text }: CommandContext): PageCommand[] {
  const { document, paneDeploymentIds } = workspace.getState();
  const shown = document.deployments.filter(({ id }) => paneDeploymentIds.includes(id));
  const c = translateChartsInto(text.language);
  return laneIds
    .filter((lane) => canHappen(lane, document, shown))
    .map((lane) => ({
      id: `lane:${lane}`,
      section: sections[lane],
      label: c('lanes.command', { what: c(`lanes.${lane}.add`) }),
      run: () => askForBlock(lane),
    }));
}
