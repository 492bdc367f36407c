import type { linkNotices as spanish } from '../es/link-notices';
import type { Message } from '../message';

/** Notices about what a link says: loaded when there is one. */
export const linkNotices = {
  'notices.address.lang':
    'The link asks for the language “{value}”, which we do not speak. Yours is used if it is Spanish or English.',
  'notices.address.theme':
    'The link asks for the theme “{value}”, which does not exist. The system’s is used.',
  'notices.address.view':
    'The link asks for the view “{value}”, which does not exist. Showing both.',
  'notices.address.seed':
    'The link asks for the seed “{value}”, which is not a valid whole number. Seed 42 is used.',
  'notices.address.fail':
    'The link asks for the fault “{value}”, which does not exist here. It was left out.',
  'notices.address.story':
    'The link asks for the story “{value}”, which does not exist. Explore on your own.',
  'notices.address.step':
    'The link asks for step “{value}”, which does not exist. The story starts at the first.',
  'notices.shared.damaged':
    'What the link carries is damaged or of another version. The shop opens as it comes.',
  'notices.shared.document':
    'The link is damaged: its document cannot be read, and another is open in its place. Ask for the link again.',
  'notices.shared.script':
    'The link is damaged: what was done in the run cannot be read. The rest is there. Ask for the link again.',
  'notices.shared.panes':
    'The link is damaged: which architectures it compared cannot be read. The rest is there; choose them yourself.',
  'notices.shared.elsewhere':
    'What was made was too long for a link and stayed in the browser where it was made. Ask for the file.',
  'notices.shared.unkept':
    'What you have made is too long for the address, and the browser does not keep it: a reload loses it. “Share” saves the document as a file.',
} as const satisfies Record<keyof typeof spanish, Message>;
