/** Every story at once, for who needs no page to be light. */
import { paymentDown } from './payment-down';
import { paymentSlow } from './payment-slow';
import type { Story } from './story';

/** In the order in which they are told. */
export const stories: readonly Story[] = [paymentDown, paymentSlow];
