/** Numbers as they stand in a field and as they are typed there: without thousands, with either decimal mark. */
import type { Language } from './language';

export interface NumberWriting {
  write(value: number): string;
  /** `null` for what is not a number. */
  read(text: string): number | null;
}

/** Twelve digits are more than anybody types, and keep 0.1 + 0.2 from showing. */
const digitsMax = 12;

const thousands: Record<Language, RegExp> = {
  es: /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/,
  en: /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/,
};

function createWriting(language: Language): NumberWriting {
  const separator = language === 'es' ? '.' : ',';
  return {
    write: (value) => {
      const text = String(Number(value.toPrecision(digitsMax)));
      return language === 'es' ? text.replace('.', ',') : text;
    },
    read: (typed) => {
      const text = typed.replace(/\s/g, '');
      const plain = thousands[language].test(text) ? text.replaceAll(separator, '') : text;
      const pointed = plain.replace(',', '.');
      return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(pointed) ? Number(pointed) : null;
    },
  };
}

const writings: Record<Language, NumberWriting> = {
  es: createWriting('es'),
  en: createWriting('en'),
};

export function numberWritingFor(language: Language): NumberWriting {
  return writings[language];
}
