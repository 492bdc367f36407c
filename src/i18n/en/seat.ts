import type { seat as spanish } from '../es/seat';

/** Texts of the request under the pointer, in a slot or a queue: they load with the first sign of a hand. */
export const seat = {
  slot: 'being served',
  inVain: 'nobody waits for it any more',
  queue: 'waits in line',
  open: 'Click: from inside',
} as const satisfies Record<keyof typeof spanish, string>;
