import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/language';
import { numberWritingFor } from '../../src/i18n/number-writing';

describe.each(languages)('a number in a field, in %s', (language) => {
  const { read, write } = numberWritingFor(language);

  test('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const rounded = Number(value.toPrecision(12));
        expect(read(write(rounded))).toBe(rounded + 0);
      }),
    );
  });

  test('may be typed with a point or a comma, and with spaces', () => {
    for (const text of ['0.5', '0,5', ' 0,5 ', '.5', ',5']) expect(read(text)).toBe(0.5);
    expect(read('1 840')).toBe(1840);
    expect(read('1\u202f840')).toBe(1840);
    expect(read('12.25')).toBe(12.25);
  });

  test('is nothing else', () => {
    for (const text of ['', ' ', 'ten', '1.2.3', '--1', '5 ms', 'Infinity', 'NaN']) {
      expect(read(text)).toBeNull();
    }
  });
});

test('each language knows its own sign for thousands', () => {
  expect(numberWritingFor('es').read('1.500')).toBe(1500);
  expect(numberWritingFor('es').read('1,500')).toBe(1.5);
  expect(numberWritingFor('en').read('1,500')).toBe(1500);
  expect(numberWritingFor('en').read('1.500')).toBe(1.5);
});
