import { describe, expect, test } from 'vitest';
import { canOpenBrowser } from '../../scripts/can-open-browser';
import { findBrowser } from '../../scripts/find-browser';
import type { Machine } from '../../scripts/machine';

const downloadedFile = '/cache/playwright/chrome';

/** A made-up computer: `files` are its programs, `installs` what a command adds to them. */
function machine(options: Partial<Machine> & { files?: string[]; installs?: [RegExp, string][] }) {
  const files = new Set(options.files);
  const commands: string[] = [];
  const made: Machine = {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    isRoot: false,
    isExecutable: (file) => files.has(file),
    run(program, args) {
      const command = [program, ...args].join(' ');
      if (args[0] === '--version') {
        return { isOk: true, output: 'Chromium 156.0' };
      }
      commands.push(command);
      const added = options.installs?.find(([pattern]) => pattern.test(command))?.[1];
      if (added !== undefined) files.add(added);
      return { isOk: added !== undefined, output: '' };
    },
    say: () => {},
    ...options,
  };
  return { made, commands };
}

describe('the browser of the browser tests', () => {
  test('is the one that FAULTLINE_BROWSER names', () => {
    const { made } = machine({
      env: { PATH: '/usr/bin', FAULTLINE_BROWSER: '/opt/mine' },
      files: ['/opt/mine', '/usr/bin/chromium'],
    });
    expect(findBrowser(made, downloadedFile)).toBe('/opt/mine');
  });

  test('is never replaced in silence when FAULTLINE_BROWSER is wrong', () => {
    const { made } = machine({
      env: { PATH: '/usr/bin', FAULTLINE_BROWSER: '/opt/gone' },
      files: ['/usr/bin/chromium'],
    });
    expect(() => findBrowser(made, downloadedFile)).toThrow(/\/opt\/gone/);
  });

  test('is an installed one, and then nothing is downloaded', () => {
    const { made, commands } = machine({ files: ['/usr/bin/chromium', downloadedFile] });
    expect(findBrowser(made, downloadedFile)).toBe('/usr/bin/chromium');
    expect(commands).toEqual([]);
  });

  test.each<[NodeJS.Platform, string]>([
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['linux', '/opt/google/chrome/chrome'],
  ])('is found in the usual place on %s', (platform, file) => {
    const env = { PATH: '', HOME: '/Users/ada', ProgramFiles: 'C:\\Program Files' };
    const { made } = machine({ platform, env, files: [file] });
    expect(findBrowser(made, downloadedFile)).toBe(file);
  });

  test('is downloaded where none is installed', () => {
    const { made, commands } = machine({ installs: [[/install chromium$/, downloadedFile]] });
    expect(findBrowser(made, downloadedFile)).toBe(downloadedFile);
    expect(commands).toHaveLength(1);
  });

  test('comes from the packages of Debian when the download fails', () => {
    const { made } = machine({
      isRoot: true,
      files: ['/usr/bin/apt-get'],
      installs: [[/apt-get .*install/, '/usr/bin/chromium']],
    });
    expect(findBrowser(made, downloadedFile)).toBe('/usr/bin/chromium');
  });

  test('is asked for in plain words when nothing works', () => {
    const { made, commands } = machine({ files: ['/usr/bin/apt-get'] });
    expect(() => findBrowser(made, downloadedFile)).toThrow(/Install Chrome or Chromium/);
    expect(commands.filter((command) => command.includes('apt-get'))).toEqual([]);
  });
});

describe('npm start opens a page', () => {
  test('on a desktop', () => {
    expect(canOpenBrowser(machine({ platform: 'darwin' }).made)).toBe(true);
    expect(canOpenBrowser(machine({ files: ['/usr/bin/xdg-open'] }).made)).toBe(true);
  });

  test('but not where there is nothing to open it with, nor in continuous integration', () => {
    expect(canOpenBrowser(machine({}).made)).toBe(false);
    expect(canOpenBrowser(machine({ platform: 'darwin', env: { CI: 'true' } }).made)).toBe(false);
  });
});
