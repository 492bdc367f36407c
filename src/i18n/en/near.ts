import type { near as spanish } from '../es/near';

/** Texts of what is told from close by: they load when somebody comes near. */
export const near = {
  crashed: 'down',
  draining: 'leaving, still',
} as const satisfies Record<keyof typeof spanish, string>;
