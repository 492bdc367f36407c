/** The stories by name: what a list of them shows. The stories themselves load when they are opened. */
import type { StoryHead } from './story';

export const paymentDownHead: StoryHead = {
  id: 'payment-down',
  name: { es: 'El pago se cae', en: 'Payment goes down' },
};

export const paymentSlowHead: StoryHead = {
  id: 'payment-slow',
  name: { es: 'El pago va lento', en: 'Payment slows down' },
};

/** In the order in which they are told. */
export const storyHeads: readonly StoryHead[] = [paymentDownHead, paymentSlowHead];
