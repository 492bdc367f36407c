import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/i18n/language';

describe('the language at the start', () => {
  test('is the one that the address asks for, whatever else is known', () => {
    expect(detectLanguage({ asked: 'es', stored: 'en', browser: ['en-GB'] })).toBe('es');
  });

  test('is else the one chosen on an earlier visit', () => {
    expect(detectLanguage({ asked: null, stored: 'es', browser: ['en-GB'] })).toBe('es');
  });

  test('is else the first of the browser that we speak, whatever the country', () => {
    expect(detectLanguage({ asked: null, stored: null, browser: ['ca', 'es-MX', 'en'] })).toBe(
      'es',
    );
    expect(detectLanguage({ asked: null, stored: 7, browser: ['EN-us', 'es'] })).toBe('en');
  });

  test('is English for readers of neither', () => {
    expect(detectLanguage({ asked: null, stored: null, browser: ['de-AT', 'fr'] })).toBe('en');
    expect(detectLanguage({ asked: null, stored: null, browser: [] })).toBe('en');
  });
});
