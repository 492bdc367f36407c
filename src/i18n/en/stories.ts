import type { stories as spanish } from '../es/stories';
import type { Message } from '../message';

export const stories = {} as const satisfies Record<keyof typeof spanish, Message>;
