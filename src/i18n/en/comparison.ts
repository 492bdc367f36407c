import type { comparison as spanish } from '../es/comparison';
import type { Message } from '../message';

export const comparison = {
  'comparison.title': 'Who gets through',
  'comparison.explanation': 'Requests that end well, of those that ended in the last 5 s',
  'comparison.degraded': '{share} with a reduced answer',
  'comparison.slow':
    'They end well, but half of them wait more than {time}; the objective is {objective}',
} as const satisfies Record<keyof typeof spanish, Message>;
