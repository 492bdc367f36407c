import { findOnPath, type Machine, thisMachine } from './machine.ts';

/** Whether `npm start` can open a page by itself; where it cannot, it only prints the address. */
export function canOpenBrowser(machine: Machine = thisMachine): boolean {
  if (machine.env.CI) return false;
  if (machine.env.BROWSER || machine.env.WSL_DISTRO_NAME) return true;
  return machine.platform !== 'linux' || findOnPath(machine, ['xdg-open']) !== null;
}
