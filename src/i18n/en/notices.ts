import type { notices as spanish } from '../es/notices';
import type { Message } from '../message';

export const notices = {
  'notices.label': 'Notices',
  'notices.dismiss': 'Dismiss the notice',
  'notices.addressValue':
    'The link asks for {name}={value}, which does not exist here. Using {fallback} instead.',
  'notices.addressFault':
    'The link asks for the fault “{value}”, which does not exist here. It was left out.',
  'notices.fallback.language': 'your language',
  'notices.fallback.theme': 'the system’s theme',
  'notices.fallback.view': 'the view of both',
  'notices.fallback.seed': 'seed {seed}',
} as const satisfies Record<keyof typeof spanish, Message>;
