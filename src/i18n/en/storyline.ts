import type { storyline as spanish } from '../es/storyline';
import type { Message } from '../message';

export const storyline = {} as const satisfies Record<keyof typeof spanish, Message>;
