import { describe, expect, test } from 'vitest';
import type { Machine } from '../../scripts/machine';
import { installMissing, knownEngines } from './find-engines';

const missing = knownEngines.filter(({ name }) => /GJS|Firefox/.test(name));

/** What would be run on a Debian with nothing installed. */
function commandsOn(options: Partial<Machine>): string[] {
  const commands: string[] = [];
  installMissing(missing, {
    platform: 'linux',
    env: { PATH: '/usr/bin', CI: 'true' },
    isRoot: true,
    isExecutable: (file) => file === '/usr/bin/apt-get',
    run: (program, args) => {
      commands.push([program, ...args].join(' '));
      return { isOk: true, output: '' };
    },
    say: () => {},
    ...options,
  });
  return commands;
}

describe('a missing JavaScript engine', () => {
  test('is installed from the packages of Debian, as root, in CI', () => {
    expect(commandsOn({})).toEqual([
      expect.stringMatching(/apt-get .*update$/),
      expect.stringMatching(/apt-get .*install .*firefox-esr$/),
      expect.stringMatching(/apt-get .*install .*gjs$/),
    ]);
  });

  test.each<[string, Partial<Machine>]>([
    ['outside CI', { env: { PATH: '/usr/bin' } }],
    ['without the right to', { isRoot: false }],
    ['on another system', { platform: 'darwin' }],
    ['without apt-get', { isExecutable: () => false }],
  ])('is left alone %s', (_, options) => {
    expect(commandsOn(options)).toEqual([]);
  });
});
