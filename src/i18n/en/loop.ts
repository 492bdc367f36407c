import type { loop as spanish } from '../es/loop';

/** Texts of the stretch that is looped: they load with its first mark. */
export const loop = {
  fromMs: 'The loop begins at',
  toMs: 'The loop ends at',
  clear: 'Remove the marks of the loop',
} as const satisfies Record<keyof typeof spanish, string>;
