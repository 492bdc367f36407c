import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fault, FaultKind } from '../../src/simulation/command';
import { type Address, defaultSeed, readAddress, writeAddress } from '../../src/workspace/address';

const known = {
  moduleIds: ['web', 'payment', 'card-processor'],
  deploymentIds: ['monolith', 'microservices'],
  storyIds: ['payment-down'],
};

const faultsOfModule: fc.Arbitrary<Partial<Record<FaultKind, Fault>>> = fc
  .record(
    {
      crash: fc.constant<Fault>({ kind: 'crash' }),
      slow: fc
        .integer({ min: 11, max: 10_000 })
        .map((tenths): Fault => ({ kind: 'slow', factor: tenths / 10 })),
      errors: fc
        .integer({ min: 1, max: 100 })
        .map((hundredths): Fault => ({ kind: 'errors', rate: hundredths / 100 })),
      leak: fc
        .integer({ min: 1, max: 1000 })
        .map((mibPerSecond): Fault => ({ kind: 'leak', mibPerSecond })),
      hog: fc
        .integer({ min: 1, max: 160 })
        .map((tenths): Fault => ({ kind: 'hog', cores: tenths / 10 })),
    },
    { requiredKeys: [] },
  )
  .filter((faults) => Object.keys(faults).length > 0);

const addresses: fc.Arbitrary<Address> = fc.record({
  language: fc.constantFrom('es' as const, 'en' as const, null),
  theme: fc.constantFrom('light' as const, 'dark' as const, null),
  view: fc.constantFrom('both', ...known.deploymentIds),
  seed: fc.integer({ min: 0, max: 0xffffffff }),
  moduleFaults: fc.dictionary(fc.constantFrom(...known.moduleIds), faultsOfModule),
  storyId: fc.constantFrom('payment-down', null),
  storyStep: fc.integer({ min: 0, max: 20 }),
  isEmbed: fc.boolean(),
});

const healthy: Address = readAddress('', known).address;

describe('the address', () => {
  test('gives back what was written into it', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const read = readAddress(writeAddress(address), known);
        expect(read).toEqual({ address: { ...address }, notices: [] });
      }),
    );
  });

  test('is empty where everything is as by default', () => {
    expect(writeAddress(healthy)).toBe('');
  });

  test('is short and can be read', () => {
    const address: Address = {
      ...healthy,
      language: 'es',
      moduleFaults: {
        payment: { crash: { kind: 'crash' } },
        'card-processor': { slow: { kind: 'slow', factor: 50 } },
      },
    };
    expect(writeAddress(address)).toBe('?fail=payment,card-processor:slow:50&lang=es');
  });

  test('never throws, and tells of each value that it cannot use', () => {
    const names = ['lang', 'theme', 'view', 'seed', 'fail', 'story', 'step'];
    const plainDefaults = new Map([
      ['theme', 'auto'],
      ['view', 'both'],
      ['seed', String(defaultSeed)],
      ['step', '0'],
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ minLength: 1 }), (name, value) => {
        const search = `?${new URLSearchParams({ [name]: value })}`;
        const { address, notices } = readAddress(search, known);
        const isAsByDefault = writeAddress(address) === writeAddress(healthy);
        const isPlainDefault = plainDefaults.get(name) === value.replace(/^0+(?=\d)/, '');
        const isOnlyCommas = name === 'fail' && /^,*$/.test(value);
        expect(notices.length > 0).toBe(isAsByDefault && !isPlainDefault && !isOnlyCommas);
      }),
    );
  });

  test.each([
    ['lang=de', 'notices.address.lang', 'de'],
    ['theme=sepia', 'notices.address.theme', 'sepia'],
    ['view=nowhere', 'notices.address.view', 'nowhere'],
    ['seed=-1', 'notices.address.seed', '-1'],
    ['seed=4294967296', 'notices.address.seed', '4294967296'],
    ['seed=1e3', 'notices.address.seed', '1e3'],
    ['fail=paymnet', 'notices.address.fail', 'paymnet'],
    ['fail=payment:slow', 'notices.address.fail', 'payment:slow'],
    ['fail=payment:slow:0.5', 'notices.address.fail', 'payment:slow:0.5'],
    ['fail=payment:errors:2', 'notices.address.fail', 'payment:errors:2'],
    ['fail=payment:leak', 'notices.address.fail', 'payment:leak'],
    ['fail=payment:hog:0', 'notices.address.fail', 'payment:hog:0'],
    ['fail=payment:slow:5:5', 'notices.address.fail', 'payment:slow:5:5'],
    ['fail=__proto__', 'notices.address.fail', '__proto__'],
    ['story=nothing', 'notices.address.story', 'nothing'],
    ['step=two', 'notices.address.step', 'two'],
  ])('%s falls back and is named', (query, key, value) => {
    const { address, notices } = readAddress(`?${query}`, known);
    expect(address).toEqual(healthy);
    expect(notices).toEqual([{ key, values: { value } }]);
  });

  test('keeps the good faults of a list with a bad one', () => {
    const { address, notices } = readAddress('?fail=web,nothing,payment:errors:0.2', known);
    expect(address.moduleFaults).toEqual({
      web: { crash: { kind: 'crash' } },
      payment: { errors: { kind: 'errors', rate: 0.2 } },
    });
    expect(notices).toHaveLength(1);
  });

  test('quotes no more than the start of a long value', () => {
    const { notices } = readAddress(`?lang=${'x'.repeat(5000)}`, known);
    expect(String(notices[0].values.value).length).toBeLessThanOrEqual(40);
  });
});
