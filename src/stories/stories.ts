/** The stories that are loaded. A page without a story does without their texts. */
import type { Story } from './story';

const loaded = new Map<string, Story>();

const sources: Readonly<Record<string, () => Promise<Story>>> = {
  'payment-down': async () => (await import('./payment-down')).paymentDown,
  'payment-slow': async () => (await import('./payment-slow')).paymentSlow,
};

/** Has a story ready for `storyById`; null where there is none of that id. Rejects where it cannot be had. */
export async function loadStory(id: string): Promise<Story | null> {
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (source === undefined) return null;
  const story = loaded.get(id) ?? (await source());
  loaded.set(id, story);
  return story;
}

/** Null for no id, and until the story is loaded. */
export function storyById(id: string | null): Story | null {
  return loaded.get(id ?? '') ?? null;
}
