import { describe, expect, test } from 'vitest';
import { commandsOfCall } from '../../src/app/commands/call-commands';
import { allCommands, commandOfKey } from '../../src/app/commands/command-registry';
import { foundCommands } from '../../src/app/commands/command-search';
import { commandWordsIn } from '../../src/app/commands/command-words';
import { matchScore } from '../../src/app/commands/fuzzy-match';
import type { CommandContext } from '../../src/app/commands/page-command';
import { commandsOfPart } from '../../src/app/commands/part-commands';
import { oldestRequestCommands } from '../../src/app/commands/request-commands';
import { shop } from '../../src/architecture/shop';
import { commands as english } from '../../src/i18n/en/commands';
import { commands as spanish } from '../../src/i18n/es/commands';
import type { Language } from '../../src/i18n/language';
import { readAddress } from '../../src/workspace/address';
import { runnableDeploymentIds } from '../../src/workspace/panes';
import { requestWish } from '../../src/workspace/request-wish';
import { noSettings } from '../../src/workspace/stored-settings';
import { textIn } from '../../src/workspace/use-text';
import { createWorkspace, type Selection } from '../../src/workspace/workspace';

function contextIn(language: Language) {
  const { address } = readAddress(`?lang=${language}`, {
    moduleIds: shop.modules.map(({ id }) => id),
    deploymentIds: runnableDeploymentIds(shop),
    storyIds: [],
  });
  const workspace = createWorkspace({
    document: shop,
    address,
    settings: noSettings,
    browserLanguages: [],
  });
  const sought: number[] = [];
  const run = { toggle() {}, restart() {} } as unknown as CommandContext['run'];
  const context: CommandContext = {
    workspace,
    text: textIn(language),
    words: commandWordsIn(language),
    run,
    onSeek: (timeMs) => sought.push(timeMs),
    actions: new Map(),
    showPalette() {},
    showShortcuts() {},
    showNaming() {},
  };
  return { context, workspace, sought };
}

const placeholdersOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join();

describe('the list of commands', () => {
  test('names each command once, and each single key once', () => {
    const { context } = contextIn('en');
    const commands = allCommands(context);
    const ids = commands.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = commands.flatMap(({ keys, run }) => (run && keys?.length === 1 ? keys : []));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('asks for the same values in both languages', () => {
    const different = Object.keys(spanish).filter((key) => {
      const word = key as keyof typeof spanish;
      return placeholdersOf(spanish[word]) !== placeholdersOf(english[word]);
    });
    expect(different).toEqual([]);
  });

  test('leaves no placeholder open', () => {
    for (const language of ['es', 'en'] as const) {
      const labels = allCommands(contextIn(language).context).map(({ label }) => label);
      expect(labels.filter((label) => /[{}]/.test(label))).toEqual([]);
    }
  });

  test('has the command of a key', () => {
    const commands = allCommands(contextIn('en').context);
    expect(commandOfKey(commands, 'f')?.id).toBe('view:fit');
    expect(commandOfKey(commands, '%')).toBeUndefined();
  });
});

describe('the palette', () => {
  test('finds what is meant, without accents and in both languages', () => {
    expect(foundCommands(contextIn('en').context, 'payment down')[0].id).toBe(
      'fault:payment:crash',
    );
    expect(foundCommands(contextIn('es').context, 'tumbar catalogo')[0].id).toBe(
      'fault:catalog:crash',
    );
  });

  test('finds what is known under other names, in both languages', () => {
    const firstIn = (language: Language, query: string) =>
      foundCommands(contextIn(language).context, query)[0]?.id;
    expect(firstIn('en', 'scaling curve')).toBe('analysis:scaling');
    expect(firstIn('es', 'curva de escalado')).toBe('analysis:scaling');
    expect(firstIn('en', 'blast radius')).toBe('analysis:failures');
    expect(firstIn('es', 'radio de impacto')).toBe('analysis:failures');
    expect(firstIn('en', 'confidence interval')).toBe('analysis:certainty');
    expect(firstIn('es', 'teoría de colas')).toBe('analysis:laws');
    expect(firstIn('en', 'what if')).toMatch(/^(branches|breakers?):/);
    expect(firstIn('es', 'matar pago')).toBe('fault:payment:crash');
    expect(firstIn('en', 'dark mode')).toBe('theme:dark');
    // What it is called here comes first.
    expect(firstIn('en', 'scale')).not.toBe('analysis:scaling');
  });

  test('takes a fault off that is on', () => {
    const { context, workspace } = contextIn('en');
    foundCommands(context, 'take payment down')[0].run?.();
    expect(workspace.getState().interventions.moduleFaults.payment?.crash).toBeDefined();
    foundCommands(context, 'bring payment back')[0].run?.();
    expect(workspace.getState().interventions.moduleFaults.payment).toBeUndefined();
  });

  test('goes to a typed instant', () => {
    const { context, sought } = contextIn('en');
    foundCommands(context, '1:05')[0].run?.();
    expect(sought).toEqual([65_000]);
    foundCommands(context, 'go to 2,5 s')[0].run?.();
    foundCommands(contextIn('es').context, 'ir a 0:30')[0].run?.();
    expect(sought).toEqual([65_000, 2500]);
    expect(foundCommands(context, 'payment 50').map(({ id }) => id)).not.toContain('run:seek');
  });

  test('goes to all that can be selected: customers, journeys, calls', () => {
    const { context, workspace } = contextIn('en');
    for (const [query, selection] of [
      ['go to clients', { kind: 'clients' }],
      ['go to check out', { kind: 'journey', id: 'checkout' }],
      ['go to orders → payment', { kind: 'call', id: 'orders>payment' }],
      ['go to payment monolith', { deploymentId: 'monolith', kind: 'module', id: 'payment' }],
    ] as const) {
      foundCommands(context, query)[0].run?.();
      expect(workspace.getState().selection).toMatchObject(selection);
    }
  });

  test('prefers the start of a word to its inside, and that to scattered letters', () => {
    const start = matchScore('cat', 'Slow Catalog down');
    const inside = matchScore('cat', 'Replicate');
    const scattered = matchScore('cat', 'Circuit and timeout');
    expect(start).toBeGreaterThan(inside);
    expect(inside).toBeGreaterThan(scattered);
    expect(matchScore('xyz', 'Catalog')).toBe(0);
    // Punctuation is not what anybody looks for.
    expect(matchScore('the same, but', 'But the same')).toBeGreaterThan(0);
  });
});

describe('the menu of a part', () => {
  test('scales a unit in its own deployment, and goes back to the document', () => {
    const { context, workspace } = contextIn('en');
    const unit = shop.deployments
      .find(({ id }) => id === 'microservices')
      ?.units.find(({ modules }) => modules.includes('payment'));
    const selection = { deploymentId: 'microservices', kind: 'unit', id: unit?.id ?? '' } as const;
    const run = (prefix: string) =>
      commandsOfPart(context, selection)
        .find(({ id }) => id.startsWith(prefix))
        ?.run?.();
    run('unit.more:');
    const key = `microservices/${unit?.id}`;
    expect(workspace.getState().interventions.replicas).toEqual({
      [key]: (unit?.replicas ?? 0) + 1,
    });
    run('unit.less:');
    expect(workspace.getState().interventions.replicas).toEqual({});
  });

  test('is about the calls of that part, not of those beside it', () => {
    const { context } = contextIn('en');
    const callersIn = (selection: Selection) =>
      commandsOfPart(context, selection)
        .filter(({ id }) => id.startsWith('breaker:'))
        .map(({ id }) => id.split(':')[2]);
    const deploymentId = 'monolith';
    expect(callersIn({ deploymentId, kind: 'module', id: 'catalog' })).toEqual(['catalog']);
    expect(callersIn({ deploymentId, kind: 'unit', id: 'shop' })).toContain('payment');
  });
});

test('the menu of a call breaks its link and switches what protects it, and takes both back', () => {
  const { context, workspace } = contextIn('en');
  const call = { deploymentId: 'microservices', kind: 'call', id: 'orders>payment' } as const;
  const run = (id: string) =>
    commandsOfCall(context, call)
      .find((command) => command.id === id)
      ?.run?.();
  const breaker = 'policy:microservices:orders>payment:circuitBreaker';
  run('link:orders>payment:partition');
  run(breaker);
  const { linkFaults, policies } = workspace.getState().interventions;
  expect(linkFaults['orders>payment']?.partition).toBeDefined();
  expect(policies['microservices/orders>payment']).not.toHaveProperty('circuitBreaker');
  run('link:orders>payment:partition');
  run(breaker);
  expect(workspace.getState().interventions).toMatchObject({ linkFaults: {}, policies: {} });
});

test('a call inside a process, or from the customers, has nothing to break', () => {
  const { context } = contextIn('en');
  const inside = { deploymentId: 'monolith', kind: 'call', id: 'orders>payment' } as const;
  expect(commandsOfCall(context, inside)).toEqual([]);
  expect(commandsOfCall(context, { ...inside, id: '>web' })).toEqual([]);
});

test('the menu of a part leads to the request that it has worked on longest', async () => {
  const { context } = contextIn('en');
  const asked: unknown[] = [];
  const visit = { replica: 0, slot: 0, queuePlace: null, state: 'cpu', isInVain: false } as const;
  Object.assign(context.run, {
    playback: {
      feed: { current: () => ({ timeMs: 4000 }) },
      visitsAt: async (moment: unknown) => {
        asked.push(moment);
        return [{ ...visit, journey: 2, number: 17, sinceMs: 1000 }];
      },
    },
  });
  const payment = { deploymentId: 'microservices', kind: 'unit', id: 'payment' } as const;
  const [command] = oldestRequestCommands(context, payment);
  command.run?.();
  const met = { deploymentId: 'microservices', unitId: 'payment', atMs: 4000 };
  expect(asked).toEqual([met]);
  await expect.poll(requestWish).toEqual({ kind: 'this', journey: 2, number: 17, met });
  expect(oldestRequestCommands(context, { ...payment, kind: 'clients' })).toEqual([]);
});
