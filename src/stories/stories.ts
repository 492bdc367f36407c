import { paymentDown } from './payment-down';
import { paymentSlow } from './payment-slow';
import type { Story } from './story';

/** In the order in which they are told. */
export const stories: readonly Story[] = [paymentDown, paymentSlow];

export function storyById(id: string | null): Story | null {
  return stories.find((story) => story.id === id) ?? null;
}
