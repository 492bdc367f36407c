import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/architecture/read-document';
import { shop } from '../../src/architecture/shop';
import { answer } from '../../src/command/answer';
import { CommandError } from '../../src/command/command-error';
import type { RunResult } from '../../src/simulation/run-result';
import type { RequestStory } from '../../src/simulation/span';
import { storyById } from '../../src/stories/stories';
import { smallestDocument } from '../architecture/smallest-document';
import { documentFiles } from './document-files';

const { folder, fileOf } = documentFiles();

/** The lines with which arguments are refused. */
async function refusal(...args: string[]): Promise<readonly string[]> {
  try {
    return [`not refused: ${await answer(args)}`];
  } catch (error) {
    if (error instanceof CommandError) return error.lines;
    throw error;
  }
}

async function resultOf(...args: string[]): Promise<RunResult> {
  return JSON.parse(await answer(['run', ...args, '--json']));
}

describe('faultline', () => {
  test('says how it is used and which version it is', async () => {
    expect(await answer([])).toContain('faultline run FILE-OR-NAME');
    expect(await answer(['--help'])).toBe(await answer([]));
    expect(await answer(['run', '--help'])).toBe(await answer([]));
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await answer(['--version'])).toBe(version);
  });

  test('refuses a command that it does not know', async () => {
    expect(await refusal('rum', 'shop')).toEqual(['there is no command rum; did you mean run?']);
    expect(await refusal('fly')).toEqual([expect.stringContaining('; there are run, check, show')]);
  });

  test('names every wrong flag at once', async () => {
    expect(await refusal('run', 'shop', '--sed', '1', '--json=yes', '--json', '--warmup')).toEqual([
      'there is no flag --sed; did you mean --seed?',
      '--json takes no value',
      '--warmup needs a value',
    ]);
    expect(await refusal('run', 'shop', '--seed', '1', '--seed', '2')).toEqual([
      '--seed is given twice; keep one',
    ]);
  });
});

describe('faultline run', { timeout: 60_000 }, () => {
  const args = ['shop', '--deployment', 'microservices', '--seconds', '2', '--warmup', '1'];

  test('gives the result of a run, the same for the same seed', async () => {
    const { wallMs, ...result } = await resultOf(...args, '--seed', '7');
    expect(result).toMatchObject({
      document: 'shop',
      deployment: 'microservices',
      seed: 7,
      simulatedSeconds: 2,
      warmupSeconds: 1,
    });
    expect(Object.keys(result.journeys)).toEqual(['browse', 'search', 'checkout', 'track']);
    expect(wallMs).toBeGreaterThan(0);
    expect(await resultOf(...args, '--seed', '7')).toMatchObject(result);
    expect((await resultOf(...args, '--seed', '8')).digest).not.toBe(result.digest);
  });

  test('takes seed 42, 90 seconds, no warm-up and the first deployment when not told', async () => {
    const file = fileOf('single.json', JSON.stringify(smallestDocument()));
    expect(await resultOf(file)).toMatchObject({
      deployment: 'one',
      seed: 42,
      simulatedSeconds: 90,
      warmupSeconds: 0,
    });
  });

  test('takes a story for its document with what happens in it', async () => {
    const story = storyById('payment-down');
    const result = await resultOf('payment-down');
    expect(result).toMatchObject({
      document: 'shop',
      deployment: story?.deployments[0],
      seed: story?.seed,
      simulatedSeconds: (story?.durationMs ?? 0) / 1000,
    });
    expect(result.journeys.checkout?.failed.unavailable).toBeGreaterThan(0);
    expect(await resultOf('payment-down', '--seconds', '5', '--seed', '7')).toMatchObject({
      seed: 7,
      simulatedSeconds: 5,
    });
  });

  test('prints a table for reading', async () => {
    const file = fileOf('single.json', JSON.stringify(smallestDocument()));
    const text = await answer(['run', file, '--seconds', '2']);
    expect(text).toMatch(/^single, one\n2 s simulated, .* seed 42;/);
    expect(text).toMatch(/^visit +\d+ +\d+ /m);
    expect(text).toMatch(/^server +\d+/m);
    expect(await answer(['run', ...args])).toMatch(/^orders->payment +\d+/m);
  });

  test('refuses figures out of bounds', async () => {
    const withFlag = (...flag: string[]) => refusal('run', 'shop', ...flag);
    expect(await withFlag('--seconds', 'ten')).toEqual([
      '--seconds ten: write a number from 0.001 to 1000000000',
    ]);
    expect(await withFlag('--seconds', '')).toEqual([expect.stringContaining('write a number')]);
    expect(await withFlag('--seed', '1.5')).toEqual([
      '--seed 1.5: write a whole number from 0 to 4294967295',
    ]);
    expect(await withFlag('--seconds', '5', '--warmup', '5')).toEqual([
      expect.stringMatching(/^--warmup 5: .* shorter than its 5 seconds$/),
    ]);
  });

  test('keeps a deployment that is not written out yet, and does not run it', async () => {
    const whole = smallestDocument();
    const draft = { id: 'draft', units: [] };
    const file = fileOf(
      'draft.json',
      JSON.stringify({ ...whole, deployments: [draft, ...whole.deployments] }),
    );
    expect((await resultOf(file, '--seconds', '1')).deployment).toBe('one');
    expect(await refusal('run', file, '--deployment', 'draft')).toEqual([
      '--deployment draft: it has no units yet; write them out to run it',
    ]);
  });

  test('refuses a deployment that is not there, and names those that are', async () => {
    expect(await refusal('run', 'shop', '--deployment', 'monolit')).toEqual([
      '--deployment monolit: shop has no such deployment; it has monolith, microservices, modular; did you mean monolith?',
    ]);
  });

  test('refuses what is no file and no document', async () => {
    expect(await refusal('run')).toEqual(['run: name a file or a document']);
    expect(await refusal('run', 'shop', 'more')).toEqual([
      expect.stringContaining('not also more'),
    ]);
    expect(await refusal('run', 'shpo')).toEqual([
      'shpo: there is no such file; did you mean shop?',
    ]);
    expect(await refusal('run', `${folder}/nothing.yaml`)).toEqual([
      expect.stringMatching(/there is no such file, and no document or story of that name/),
    ]);
    expect(await refusal('run', folder)).toEqual([`${folder}: this is a folder; name a file`]);
  });

  test('says where a file is wrong', async () => {
    const wrong = fileOf('wrong.yaml', 'version: 1\nid: wrong\nmodulez: []\n');
    expect(await refusal('run', wrong)).toContain(
      `${wrong}: there is no field \`modulez\` here; did you mean \`modules\`?`,
    );
    const broken = fileOf('broken.yaml', 'version: 1\nid: "wrong\n');
    expect(await refusal('run', broken)).toEqual([
      expect.stringMatching(/broken\.yaml: line \d+, column \d+: this is not YAML/),
    ]);
  });
});

describe('faultline trace', { timeout: 60_000 }, () => {
  test('gives the same sample of every deployment, as stories or as OTLP JSON', async () => {
    const args = ['trace', 'shop', '--seconds', '4', '--every', '200'];
    const [left, right] = await Promise.all(
      ['monolith', 'microservices'].map(async (id): Promise<RequestStory[]> => {
        return JSON.parse(await answer([...args, '--deployment', id, '--json']));
      }),
    );
    const names = (stories: RequestStory[]) =>
      stories.map(({ journeyId, requestNumber }) => [journeyId, requestNumber]);
    expect(names(left)).toEqual(names(right));
    expect(names(left)).toContainEqual(['browse', 200]);
    const otlp = JSON.parse(await answer([...args, '--otlp']));
    const spans = otlp.resourceSpans.flatMap((each: { scopeSpans: { spans: object[] }[] }) =>
      each.scopeSpans.flatMap((scope) => scope.spans),
    );
    expect(spans).toHaveLength(left.reduce((sum, story) => sum + story.spans.length, 0));
  });

  test('tells one request as a tree for reading, and a sample as a list', async () => {
    const args = ['trace', 'shop', '--seconds', '4', '--deployment', 'microservices'];
    const tree = await answer([...args, '--request', 'search:3']);
    expect(tree).toMatch(/^search:3 in microservices, arrived at 00:0/);
    expect(tree).toMatch(/\n {2}call catalog\.\w+ +web \d +\+\d/);
    expect(await answer([...args, '--every', '300'])).toMatch(/\nbrowse:300 +00:0/);
  });

  test('refuses a request that it cannot find, and a sample of nothing', async () => {
    const place = '--request serch:3: write a journey of shop and the number of the request';
    expect(await refusal('trace', 'shop', '--request', 'serch:3')).toEqual([
      expect.stringContaining(place),
    ]);
    expect(await refusal('trace', 'shop', '--request', 'search')).toHaveLength(1);
    expect(await refusal('trace', 'shop', '--every', '0')).toEqual([
      '--every 0: write a whole number from 1 to 1000000000',
    ]);
  });
});

describe('faultline check', () => {
  test('is content with a sound document, and names every problem of others', async () => {
    const sound = fileOf('sound.json', JSON.stringify(smallestDocument()));
    const units = [{ id: 'server', modules: ['sevrer'], replicas: -1 }];
    const spoilt = { ...smallestDocument(), deployments: [{ id: 'one', units }] };
    const unsound = fileOf('unsound.json', JSON.stringify(spoilt));
    expect(await answer(['check', sound, 'shop'])).toContain(
      `${sound}: ok (modules: 1, journeys: 1, deployments: one)`,
    );
    expect(await refusal('check', sound, unsound)).toEqual([
      `${unsound}: deployments[0].units[0].replicas: -1 is too small; at least 0`,
      `${unsound}: deployments[0].units[0].modules[0]: there is no module \`sevrer\`; did you mean \`server\`?`,
      `${unsound}: deployments[0].units: no unit of \`one\` holds the module \`server\`; add it to one`,
    ]);
    expect(await refusal('check')).toEqual(['check: name a file']);
  });
});

describe('faultline show', () => {
  test('prints the shop so that it reads back as the same document', async () => {
    const yaml = await answer(['show', 'shop']);
    expect(await readDocument(yaml)).toEqual({ ok: true, document: shop });
    expect(JSON.parse(await answer(['show', 'shop', '--json']))).toEqual(shop);
  });
});
