/**
 * Finds a Chrome or Chromium for the browser tests, and gets one where there is
 * none: `FAULTLINE_BROWSER`, an installed one, Playwright's download, Debian's
 * package. Ends with an error that says what was tried and what to do.
 */
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findOnPath, type Machine, thisMachine } from './machine.ts';

const minute = 60_000;

/** Names on the PATH, best first. Snap's wrapper comes last: it cannot see the folder for temporary files. */
const namesOnPath = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
];

export function findBrowser(
  machine: Machine = thisMachine,
  downloadedFile: string = chromium.executablePath(),
): string {
  const chosen = machine.env.FAULTLINE_BROWSER;
  if (chosen !== undefined && chosen !== '') {
    if (machine.isExecutable(chosen)) return chosen;
    throw new Error(`FAULTLINE_BROWSER is ${chosen}, and there is no program of that name.`);
  }
  const ways = [installedBrowser, downloadedBrowser, debianBrowser];
  for (const way of ways) {
    const browser = way(machine, downloadedFile);
    if (browser !== null) return browser;
  }
  throw new Error(
    [
      'No browser for the browser tests. Tried, in this order:',
      '  1. the variable FAULTLINE_BROWSER, which is not set;',
      '  2. an installed Chrome or Chromium, in the usual places;',
      '  3. the download `npx playwright install chromium`;',
      '  4. on Debian and Ubuntu, as root, `apt-get install chromium`.',
      'Install Chrome or Chromium, or set FAULTLINE_BROWSER to the path of one.',
    ].join('\n'),
  );
}

export function installedBrowser(machine: Machine): string | null {
  const onPath = namesOnPath.map((name) => findOnPath(machine, [name]));
  for (const file of [...onPath, ...usualPlaces(machine)]) {
    if (file !== null && machine.isExecutable(file) && startsUp(machine, file)) return file;
  }
  return null;
}

function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === 'darwin') {
    return ['/Applications', `${env.HOME ?? ''}/Applications`].flatMap((folder) =>
      ['Google Chrome', 'Chromium'].map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (platform === 'win32') {
    const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) =>
        ['Google\\Chrome', 'Chromium'].map((app) =>
          path.win32.join(folder, app, 'Application', 'chrome.exe'),
        ),
      );
  }
  return ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'];
}

/** Ubuntu's `chromium-browser` may be a note about snaps, and a download may lack system libraries. */
function startsUp(machine: Machine, file: string): boolean {
  // On Windows `--version` opens a window instead.
  if (machine.platform === 'win32') return true;
  return /Chrom/.test(machine.run(file, ['--version'], { timeoutMs: minute / 2 }).output);
}

function downloadedBrowser(machine: Machine, file: string): string | null {
  if (!machine.isExecutable(file)) {
    machine.say('No Chrome or Chromium is installed: asking Playwright to download one.');
    const cli = path.resolve('node_modules/@playwright/test/cli.js');
    machine.run(process.execPath, [cli, 'install', 'chromium'], {
      timeoutMs: 3 * minute,
      isShown: true,
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    });
  }
  return machine.isExecutable(file) && startsUp(machine, file) ? file : null;
}

function debianBrowser(machine: Machine): string | null {
  const aptGet = machine.platform === 'linux' ? findOnPath(machine, ['apt-get']) : null;
  if (aptGet === null || !machine.isRoot) return null;
  machine.say('The download did not work: installing chromium from the packages of this system.');
  const options = { isShown: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  machine.run(aptGet, ['-qq', 'update'], { timeoutMs: 2 * minute, ...options });
  machine.run(aptGet, ['-qq', 'install', '-y', '--no-install-recommends', 'chromium'], {
    timeoutMs: 5 * minute,
    ...options,
  });
  return installedBrowser(machine);
}
