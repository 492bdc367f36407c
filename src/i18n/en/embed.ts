import type { embed as spanish } from '../es/embed';
import type { Message } from '../message';

export const embed = {} as const satisfies Record<keyof typeof spanish, Message>;
