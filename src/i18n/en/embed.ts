import type { embed as spanish } from '../es/embed';
import type { Message } from '../message';

export const embed = {
  'embed.title': '{document}: who falls and who does not',
  'embed.success': '{share} succeed{after}',
  'embed.after': ', after {time}',
  'embed.explore': 'Explore in Faultline',
  'embed.explore.tab': '(in a new tab)',
  'embed.faults': 'Faults',
  'embed.caption.calm': 'The same customers reach both sides. All is well.',
  'embed.caption.fault':
    '{fault}. {left}: {leftShare} succeed{leftAfter}. {right}: {rightShare}{rightAfter}. The customers are the same.',
  'notices.embed.controls':
    'The address asks for “controls={value}”; it is either 0 or 1. The controls are shown.',
  'notices.embed.autoplay':
    'The address asks for “autoplay={value}”; it is either 0 or 1. The simulation starts by itself.',
} as const satisfies Record<keyof typeof spanish, Message>;
