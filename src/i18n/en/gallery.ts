import type { gallery as spanish } from '../es/gallery';
import type { Message } from '../message';

export const gallery = {
  'gallery.title': 'Parts of the page',
  'gallery.text': 'Every part in every state, in the theme and language of your choice.',
  'gallery.colours': 'Colours',
  'gallery.scale': 'Type, space and motion',
  'gallery.buttons': 'Buttons',
  'gallery.choices': 'Choices',
  'gallery.switches': 'Switches',
  'gallery.numbers': 'Numbers',
  'gallery.groups': 'Groups',
  'gallery.states': 'States and signs',
  'gallery.icons': 'Icons',
  'gallery.dialog': 'Dialog',
  'gallery.sample': 'Forty threads wait for payment',
  'gallery.button': 'Take Payment down',
  'gallery.dialog.open': 'Open the dialog',
  'gallery.dialog.text': 'The page stays behind it; Escape closes it.',
} as const satisfies Record<keyof typeof spanish, Message>;
