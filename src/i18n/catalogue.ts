import { app as appEn } from './en/app';
import { canvas as canvasEn } from './en/canvas';
import { comparison as comparisonEn } from './en/comparison';
import { controls as controlsEn } from './en/controls';
import { embed as embedEn } from './en/embed';
import { inspector as inspectorEn } from './en/inspector';
import { notices as noticesEn } from './en/notices';
import { storyline as storylineEn } from './en/storyline';
import { timeline as timelineEn } from './en/timeline';
import { app } from './es/app';
import { canvas } from './es/canvas';
import { comparison } from './es/comparison';
import { controls } from './es/controls';
import { embed } from './es/embed';
import { inspector } from './es/inspector';
import { notices } from './es/notices';
import { storyline } from './es/storyline';
import { timeline } from './es/timeline';
import type { Language } from './language';
import type { Message } from './message';

const spanish = {
  ...app,
  ...canvas,
  ...comparison,
  ...controls,
  ...embed,
  ...inspector,
  ...notices,
  ...storyline,
  ...timeline,
};

const english = {
  ...appEn,
  ...canvasEn,
  ...comparisonEn,
  ...controlsEn,
  ...embedEn,
  ...inspectorEn,
  ...noticesEn,
  ...storylineEn,
  ...timelineEn,
};

/** Every text of the page, by key, as the Spanish fragments have it: the keys and placeholders are theirs. */
export type Catalogue = typeof spanish;

export type MessageKey = keyof Catalogue;

export const catalogues: Record<Language, Record<MessageKey, Message>> = {
  es: spanish,
  en: english,
};
