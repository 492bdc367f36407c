import type { notices as spanish } from '../es/notices';
import type { Message } from '../message';

export const notices = {
  'notices.label': 'Notices',
  'notices.dismiss': 'Dismiss the notice',
  'notices.language':
    'The texts in {language} could not be loaded. Check the connection and choose the language again.',
  'notices.story':
    'The story “{value}” could not be loaded. Check the connection and open it again.',
  'notices.resumed':
    'The simulation broke off and was taken up again at {time}, with everything that you did.',
} as const satisfies Record<keyof typeof spanish, Message>;
