import type { canvas as spanish } from '../es/canvas';
import type { Message } from '../message';

export const canvas = {} as const satisfies Record<keyof typeof spanish, Message>;
