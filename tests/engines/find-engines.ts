/** The JavaScript engines of this machine, and where a missing one comes from. */
import { type BrowserType, chromium, firefox, webkit } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.ts';
import { findOnPath, type Machine } from '../../scripts/machine.ts';
import { type OpenPage, type Place, runInBrowser } from './browser.ts';
import { openWithFirefox, openWithPlaywright } from './open-page.ts';
import { runInShell } from './shell.ts';

export interface Bundle {
  file: string;
  text: string;
}

export interface FoundEngine {
  name: string;
  version: string;
  /** Every line that the engine says to the bundle. */
  run: (bundle: Bundle) => Promise<string[]>;
}

export interface KnownEngine {
  name: string;
  debianPackage: string;
  /** The places of this machine to run the bundle in; none where it is not installed. */
  find: (machine: Machine) => FoundEngine[];
}

const macJsc = '/System/Library/Frameworks/JavaScriptCore.framework/Versions/Current/Helpers/jsc';

export const knownEngines: readonly KnownEngine[] = [
  { name: 'Node (V8)', debianPackage: 'nodejs', find: () => [node] },
  { name: 'Chromium (V8)', debianPackage: 'chromium', find: findChromium },
  { name: 'Firefox (SpiderMonkey)', debianPackage: 'firefox-esr', find: findFirefox },
  { name: 'GJS (SpiderMonkey)', debianPackage: 'gjs', find: findGjs },
  {
    name: 'JavaScriptCore',
    debianPackage: 'libjavascriptcoregtk-4.0-bin',
    find: findJavaScriptCore,
  },
];

const node = inShell(
  'Node (V8)',
  `${process.versions.node}, V8 ${process.versions.v8}`,
  process.execPath,
);

function findChromium(machine: Machine): FoundEngine[] {
  const program = findBrowser(machine);
  const open = openWithPlaywright(chromium, program);
  const version = versionOf(machine, program);
  return [
    inBrowser('Chromium, page (V8)', version, open, 'page'),
    inBrowser('Chromium, worker (V8)', version, open, 'worker'),
  ];
}

function findFirefox(machine: Machine): FoundEngine[] {
  const name = 'Firefox, worker (SpiderMonkey)';
  const program = findOnPath(machine, ['firefox-esr', 'firefox']);
  if (program === null) return fromPlaywright(machine, name, firefox);
  return [inBrowser(name, versionOf(machine, program), openWithFirefox(program), 'worker')];
}

function findGjs(machine: Machine): FoundEngine[] {
  const program = findOnPath(machine, ['gjs']);
  if (program === null) return [];
  const libraries = machine.run('ldd', [program], { timeoutMs: 10_000 }).output;
  const spiderMonkey = /libmozjs-(\d+)/.exec(libraries)?.[1] ?? '?';
  const version = `${versionOf(machine, program)}, SpiderMonkey ${spiderMonkey}`;
  return [inShell('GJS (SpiderMonkey)', version, program)];
}

function findJavaScriptCore(machine: Machine): FoundEngine[] {
  const onPath = findOnPath(machine, ['jsc']);
  const program = onPath ?? (machine.isExecutable(macJsc) ? macJsc : null);
  if (program === null) return fromPlaywright(machine, 'WebKit, worker (JavaScriptCore)', webkit);
  // The program does not tell its version; where Debian brought it, Debian knows.
  const { output } = machine.run('dpkg-query', ['-W', 'libjavascriptcoregtk-4.0-bin'], {
    timeoutMs: 10_000,
  });
  const version = output.trim().split('\t')[1];
  return [inShell('jsc (JavaScriptCore)', version ? `WebKitGTK ${version}` : '?', program)];
}

function fromPlaywright(machine: Machine, name: string, browserType: BrowserType): FoundEngine[] {
  const program = browserType.executablePath();
  if (!machine.isExecutable(program)) return [];
  return [inBrowser(name, "Playwright's", openWithPlaywright(browserType, program), 'worker')];
}

function versionOf(machine: Machine, program: string): string {
  const { output } = machine.run(program, ['--version'], { timeoutMs: 30_000 });
  return /\d+(\.\d+)+\w*/.exec(output)?.[0] ?? '?';
}

function inShell(name: string, version: string, program: string): FoundEngine {
  return { name, version, run: ({ file }) => runInShell(program, file) };
}

function inBrowser(name: string, version: string, open: OpenPage, place: Place): FoundEngine {
  return { name, version, run: ({ text }) => runInBrowser(open, place, text) };
}

/** Installs what is missing where that is wanted and possible: on Debian, as root, in CI. */
export function installMissing(engines: readonly KnownEngine[], machine: Machine): void {
  const packages = engines.map(({ debianPackage }) => debianPackage);
  const aptGet = machine.platform === 'linux' ? findOnPath(machine, ['apt-get']) : null;
  if (packages.length === 0 || aptGet === null || !machine.isRoot || !machine.env.CI) return;
  machine.say(`Installing ${packages.join(', ')} from the packages of this system.`);
  const options = { timeoutMs: 180_000, isShown: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  machine.run(aptGet, ['-qq', 'update'], options);
  for (const name of packages) {
    // One by one: a system that has no package of that name may have the others.
    machine.run(aptGet, ['-qq', 'install', '-y', '--no-install-recommends', name], options);
  }
}
