import { describe, expect, test } from 'vitest';
import type { RunResult } from '../../src/simulation/run-result';
import { smallestDocument } from '../architecture/smallest-document';
import { documentFiles } from './document-files';
import { faultline } from './faultline';

/** A process of its own takes a while to start on a busy machine. */
const timeout = 120_000;

const { fileOf } = documentFiles();

describe('the process', { timeout }, () => {
  test('ends with 0 and one JSON object, and nothing on stderr', async () => {
    const { exitCode, stdout, stderr } = await faultline('run', 'shop', '--seconds', '2', '--json');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect((JSON.parse(stdout) as RunResult).deployment).toBe('monolith');
  });

  test('ends with 2, lines on stderr and nothing on stdout when something is to be put right', async () => {
    expect(await faultline('run', 'shpo', '--json')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'faultline: shpo: there is no such file; did you mean shop?\n',
    });
  });

  test('writes a text longer than a pipe holds to its end', async () => {
    const units = Array.from({ length: 1000 }, (_, index) => ({
      id: `server-${index}`,
      modules: [`server-${index}`],
    }));
    const [{ operations } = { operations: {} }] = smallestDocument().modules;
    const long = {
      ...smallestDocument(),
      modules: units.map(({ id }) => ({ id, operations })),
      journeys: [{ id: 'visit', entry: 'server-0.serve' }],
      deployments: [{ id: 'many', units }],
    };
    const file = fileOf('long.json', JSON.stringify(long));
    const { exitCode, stdout } = await faultline('show', file, '--json');
    expect(exitCode).toBe(0);
    expect(stdout.length).toBeGreaterThan(200_000);
    expect(JSON.parse(stdout).deployments[0].units).toHaveLength(1000);
  });
});
