import type { inspector as spanish } from '../es/inspector';
import type { Message } from '../message';

export const inspector = {
  'inspector.label': 'Inspector',
  'inspector.empty.title': 'Break something',
  'inspector.empty.text':
    'Click any part to see what it does and to make it fail. Start here: take {module} down and see who falls with it on each side.',
  'inspector.empty.action': 'Take {module} down',
  'inspector.empty.undo': 'Bring {module} back',
} as const satisfies Record<keyof typeof spanish, Message>;
