import { type Language, languages } from './language';

/** What stands where a figure does not exist (yet). */
export const noFigure = '–';

/** U+202F, the space that separates thousands in Spanish. */
const narrowSpace = '\u202f';
/** U+00A0, between a figure and its unit. */
const noBreakSpace = '\u00a0';

const locales: Record<Language, string> = { es: 'es-ES', en: 'en-US' };

/** How figures are written in one language. Every function takes NaN, infinite and missing values and writes a dash. */
export interface Format {
  /** A figure with at most this many decimals, and no fewer than `decimalsMin`: `1840`, `12.5`. */
  number(value: number | null, decimalsMax?: number, decimalsMin?: number): string;
  /**
   * A share from 0 to 1 as a percentage. Close to either end it gets one
   * decimal and is never rounded to the end itself: 0.9997 is `99.9%`.
   */
  percent(share: number | null): string;
  /** `0.4 ms`, `8.2 ms`, `610 ms`, `8.2 s`, `95 s`. */
  duration(ms: number | null): string;
  /** US dollars with cents, or as many decimals: `$1.92`, `1,92 $`. */
  money(usd: number | null, decimals?: number): string;
  /** Events per second: `214/s`. */
  rate(perSecond: number | null): string;
  /** `×50`. */
  factor(value: number | null): string;
  /** Minutes, seconds and tenths of simulated time: `00:34.2`. */
  clock(ms: number): string;
  /** An instant to the thousandth: `00:34.125`. */
  instant(ms: number): string;
  /** How far beyond its thousandth an instant lies: `040`; empty for one that lies on it. */
  microseconds(ms: number): string;
  /** Minutes and seconds: `00:34`. */
  minutes(ms: number): string;
}

function isFigure(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
}

function threeDigits(value: number): string {
  return String(value).padStart(3, '0');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function createFormat(language: Language): Format {
  const locale = locales[language];
  const decimal = language === 'es' ? ',' : '.';
  const numberFormats = new Map<string, Intl.NumberFormat>();

  function write(value: number, decimalsMin: number, decimalsMax: number): string {
    const key = `${decimalsMin}-${decimalsMax}`;
    let format = numberFormats.get(key);
    if (format === undefined) {
      format = new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimalsMin,
        maximumFractionDigits: decimalsMax,
      });
      numberFormats.set(key, format);
    }
    const text = format.format(value);
    // Spanish orthography separates thousands with a space; the locale's full stop looks like a decimal mark.
    return language === 'es' ? text.replaceAll('.', narrowSpace) : text;
  }

  function percent(share: number): string {
    const percentage = share * 100;
    const isNearTop = percentage > 99 && percentage < 100;
    const isNearBottom = percentage > 0 && percentage < 1;
    if (!isNearTop && !isNearBottom) return write(Math.round(percentage), 0, 0);
    const tenths = isNearTop ? Math.floor(percentage * 10) : Math.ceil(percentage * 10);
    return write(tenths / 10, 1, 1);
  }

  function duration(ms: number): string {
    if (ms < 9.95) return `${write(ms, 0, 1)}${noBreakSpace}ms`;
    if (ms < 999.5) return `${write(ms, 0, 0)}${noBreakSpace}ms`;
    const seconds = ms / 1000;
    return `${seconds < 9.95 ? write(seconds, 1, 1) : write(seconds, 0, 0)}${noBreakSpace}s`;
  }

  function minutes(ms: number): string {
    const seconds = Math.floor(ms / 1000);
    return `${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`;
  }

  return {
    number: (value, decimalsMax = 0, decimalsMin = 0) =>
      isFigure(value) ? write(value, decimalsMin, decimalsMax) : noFigure,
    percent: (share) =>
      isFigure(share) ? `${percent(share)}${language === 'es' ? noBreakSpace : ''}%` : noFigure,
    duration: (ms) => (isFigure(ms) ? duration(ms) : noFigure),
    money: (usd, decimals = 2) => {
      if (!isFigure(usd)) return noFigure;
      const amount = write(usd, decimals, decimals);
      return language === 'es' ? `${amount}${noBreakSpace}$` : `$${amount}`;
    },
    rate: (perSecond) =>
      isFigure(perSecond) ? `${write(perSecond, 0, perSecond < 9.95 ? 1 : 0)}/s` : noFigure,
    factor: (value) => (isFigure(value) ? `×${write(value, 0, value < 10 ? 1 : 0)}` : noFigure),
    instant: (ms) => {
      const wholeMs = Math.floor(Math.round(ms * 1000) / 1000);
      return `${minutes(wholeMs)}${decimal}${threeDigits(wholeMs % 1000)}`;
    },
    microseconds: (ms) => threeDigits(Math.round(ms * 1000) % 1000).replace('000', ''),
    clock: (ms) => `${minutes(ms)}${decimal}${Math.floor(ms / 100) % 10}`,
    minutes,
  };
}

const formats = Object.fromEntries(
  languages.map((language) => [language, createFormat(language)]),
) as Record<Language, Format>;

export function formatFor(language: Language): Format {
  return formats[language];
}
