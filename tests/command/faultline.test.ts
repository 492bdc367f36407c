import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readDocument } from '../../src/architecture/read-document';
import { shop } from '../../src/architecture/shop';
import type { RunResult } from '../../src/simulation/run-result';
import { smallestDocument } from '../architecture/smallest-document';
import { faultline } from './faultline';

/** A process of its own takes a while to start on a busy machine. */
const timeout = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'faultline-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const refused = (stderr: unknown) => ({ exitCode: 2, stdout: '', stderr });

describe('faultline', { timeout }, () => {
  test('says by itself how it is used, and which version it is', async () => {
    const [alone, asked, version] = await Promise.all([
      faultline(),
      faultline('--help'),
      faultline('--version'),
    ]);
    expect(alone).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: expect.stringContaining('faultline run FILE-OR-NAME'),
    });
    expect(asked).toEqual(alone);
    const { version: written } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(version).toEqual({ exitCode: 0, stderr: '', stdout: `${written}\n` });
  });

  test('refuses what it does not know, and says what was meant', async () => {
    const [command, flags] = await Promise.all([
      faultline('rum', 'shop'),
      faultline('run', 'shop', '--sed', '1', '--json=yes', '--warmup'),
    ]);
    expect(command).toEqual(refused('faultline: there is no command rum; did you mean run?\n'));
    expect(flags).toEqual(
      refused(
        [
          'faultline: there is no flag --sed; did you mean --seed?',
          'faultline: --json takes no value',
          'faultline: --warmup needs a value',
          '',
        ].join('\n'),
      ),
    );
  });
});

describe('faultline run', { timeout }, () => {
  test('prints the result of a run as one JSON object, the same for the same seed', async () => {
    const args = ['run', 'shop', '--deployment', 'microservices', '--seed', '7', '--seconds', '5'];
    const [first, second, other] = await Promise.all([
      faultline(...args, '--warmup', '1', '--json'),
      faultline(...args, '--warmup', '1', '--json'),
      faultline(...args.with(5, '8'), '--warmup', '1', '--json'),
    ]);
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    const result = JSON.parse(first.stdout) as RunResult;
    expect(result).toMatchObject({
      document: 'shop',
      deployment: 'microservices',
      seed: 7,
      simulatedSeconds: 5,
      warmupSeconds: 1,
    });
    expect(Object.keys(result.journeys)).toEqual(['browse', 'search', 'checkout', 'track']);
    expect(result.wallMs).toBeGreaterThan(0);
    const { wallMs: _first, ...timeless } = result;
    const { wallMs: _second, ...again } = JSON.parse(second.stdout) as RunResult;
    expect(again).toEqual(timeless);
    expect((JSON.parse(other.stdout) as RunResult).digest).not.toBe(result.digest);
  });

  test('takes a file, its first deployment, and prints a table for reading', async () => {
    const file = fileOf('single.json', JSON.stringify(smallestDocument()));
    const { exitCode, stdout, stderr } = await faultline('run', file, '--seconds', '2');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^single, one\n2 s simulated, .* seed 42;/);
    expect(stdout).toMatch(/^visit +\d+ +\d+ /m);
    expect(stdout).toMatch(/^server +\d+/m);
  });

  test('refuses wrong figures, deployments and files, each with the remedy', async () => {
    const wrong = fileOf('wrong.yaml', 'version: 1\nid: wrong\nmodulez: []\n');
    const broken = fileOf('broken.yaml', 'version: 1\nid: "wrong\n');
    const [seconds, seed, warmup, deployment, missing, directory, invalid, syntax] =
      await Promise.all([
        faultline('run', 'shop', '--seconds', 'ten'),
        faultline('run', 'shop', '--seed', '1.5'),
        faultline('run', 'shop', '--seconds', '5', '--warmup', '5'),
        faultline('run', 'shop', '--deployment', 'monolit'),
        faultline('run', 'shpo'),
        faultline('run', folder),
        faultline('run', wrong, '--json'),
        faultline('run', broken, '--json'),
      ]);
    expect(seconds).toEqual(refused(expect.stringMatching(/^faultline: --seconds ten: write a /)));
    expect(seed).toEqual(refused(expect.stringContaining('write a whole number from 0 to')));
    expect(warmup).toEqual(refused(expect.stringContaining('--warmup 5: ')));
    expect(deployment).toEqual(
      refused(
        expect.stringMatching(/monolith, microservices, modular; did you mean monolith\?\n$/),
      ),
    );
    expect(missing).toEqual(
      refused('faultline: shpo: there is no such file; did you mean shop?\n'),
    );
    expect(directory).toEqual(refused(`faultline: ${folder}: this is a folder; name a file\n`));
    expect(invalid).toEqual(refused(expect.stringContaining(`${wrong}: \`modules\` is missing`)));
    expect(invalid.stderr).toContain('did you mean `modules`?');
    expect(syntax).toEqual(
      refused(expect.stringMatching(/: line \d+, column \d+: this is not YAML/)),
    );
  });
});

describe('faultline check', { timeout }, () => {
  test('is content with a sound document, and names every problem of others', async () => {
    const sound = fileOf('sound.json', JSON.stringify(smallestDocument()));
    const single = smallestDocument();
    const units = [{ id: 'server', modules: ['sevrer'], replicas: -1 }];
    const spoilt = { ...single, deployments: [{ id: 'one', units }] };
    const unsound = fileOf('unsound.json', JSON.stringify(spoilt));
    const [right, wrong] = await Promise.all([
      faultline('check', sound, 'shop'),
      faultline('check', sound, unsound),
    ]);
    expect(right).toMatchObject({ exitCode: 0, stderr: '' });
    expect(right.stdout).toContain(`${sound}: ok (modules: 1, journeys: 1, deployments: one)`);
    expect(wrong).toMatchObject({ exitCode: 2, stdout: '' });
    expect(wrong.stderr.trimEnd().split('\n')).toEqual([
      `faultline: ${unsound}: deployments[0].units[0].replicas: -1 is too small; at least 0`,
      `faultline: ${unsound}: deployments[0].units[0].modules[0]: there is no module \`sevrer\`; did you mean \`server\`?`,
      `faultline: ${unsound}: deployments[0].units: no unit of \`one\` holds the module \`server\`; add it to one`,
    ]);
  });
});

describe('faultline show', { timeout }, () => {
  test('prints the shop so that it reads back as the same document', async () => {
    const [yaml, json] = await Promise.all([
      faultline('show', 'shop'),
      faultline('show', 'shop', '--json'),
    ]);
    expect(await readDocument(yaml.stdout)).toEqual({ ok: true, document: shop });
    expect(JSON.parse(json.stdout)).toEqual(shop);
  });
});
