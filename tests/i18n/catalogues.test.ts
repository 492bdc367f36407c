import { describe, expect, test } from 'vitest';
import { analysisCatalogues } from '../../src/i18n/analysis-text';
import { branchesCatalogues } from '../../src/i18n/branches-text';
import { chartsCatalogues } from '../../src/i18n/charts-text';
import { further as englishFurther } from '../../src/i18n/en/further';
import { page as englishPage } from '../../src/i18n/en/page';
import { further as spanishFurther } from '../../src/i18n/es/further';
import { page as spanishPage } from '../../src/i18n/es/page';
import { galleryCatalogues } from '../../src/i18n/gallery-text';
import { historyCatalogues } from '../../src/i18n/history-text';
import type { Message } from '../../src/i18n/message';
import { settingsCatalogues } from '../../src/i18n/settings-text';
import { sharingCatalogues } from '../../src/i18n/sharing-text';
import { waterfallCatalogues } from '../../src/i18n/waterfall-text';

const catalogues = {
  es: {
    ...spanishPage,
    ...spanishFurther,
    ...analysisCatalogues.es,
    ...branchesCatalogues.es,
    ...chartsCatalogues.es,
    ...galleryCatalogues.es,
    ...historyCatalogues.es,
    ...settingsCatalogues.es,
    ...waterfallCatalogues.es,
    ...sharingCatalogues.es,
  },
  en: {
    ...englishPage,
    ...englishFurther,
    ...analysisCatalogues.en,
    ...branchesCatalogues.en,
    ...chartsCatalogues.en,
    ...galleryCatalogues.en,
    ...historyCatalogues.en,
    ...settingsCatalogues.en,
    ...waterfallCatalogues.en,
    ...sharingCatalogues.en,
  },
};
const keys = Object.keys(catalogues.es).sort() as (keyof typeof catalogues.es)[];

/** Texts that are rightly the same in both languages: names, signs and terms of the field. */
const sameInBoth = new Set<string>([
  'app.title',
  'pane.p99',
  'timeline.p50',
  'timeline.p95',
  'timeline.p99',
  'timeline.cores',
  'controls.fault.slow',
  'inspector.label',
  'inspector.cpu',
  'canvas.cpu',
  'canvas.p99',
  'certainty.row.msP99',
  'history.fault',
]);

function wordings(message: Message): string[] {
  return typeof message === 'string' ? [message] : [message.one, message.other];
}

function placeholders(message: Message): string[] {
  return [...new Set(wordings(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();
}

describe('the Spanish and the English texts', () => {
  test('have the same keys', () => {
    expect(Object.keys(catalogues.en).sort()).toEqual(keys);
  });

  test('ask for the same values', () => {
    const different = keys.filter(
      (key) => placeholders(catalogues.es[key]).join() !== placeholders(catalogues.en[key]).join(),
    );
    expect(different).toEqual([]);
  });

  test('count in the same places', () => {
    const different = keys.filter((key) => typeof catalogues.es[key] !== typeof catalogues.en[key]);
    expect(different).toEqual([]);
  });

  test('count with {count}', () => {
    const uncounted = keys.filter((key) => {
      const message = catalogues.es[key];
      return typeof message !== 'string' && !placeholders(message).includes('{count}');
    });
    expect(uncounted).toEqual([]);
  });

  test('leave nothing empty and no braces open', () => {
    const broken = keys.filter((key) =>
      [catalogues.es[key], catalogues.en[key]].flatMap(wordings).some((text) => {
        const rest = text.replace(/\{\w+\}/g, '');
        return text.trim() === '' || text !== text.trim() || /[{}]/.test(rest);
      }),
    );
    expect(broken).toEqual([]);
  });

  test('differ, but for what is rightly the same', () => {
    const same = keys.filter((key) => {
      const inSpanish = wordings(catalogues.es[key]).join();
      const hasWords = /\p{L}{2,}/u.test(inSpanish.replace(/\{\w+\}/g, ''));
      return hasWords && inSpanish === wordings(catalogues.en[key]).join();
    });
    expect(same.filter((key) => !sameInBoth.has(key))).toEqual([]);
  });
});
