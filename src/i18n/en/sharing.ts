import type { sharing as spanish } from '../es/sharing';

export const sharing = {
  'share.title': 'Share',
  'share.explanation':
    'Whoever opens the link sees what you see: the same shop and what happens to it.',
  'share.text': 'Link',
  'share.copy': 'Copy link',
  'embed.title': 'Embed in another page',
  'embed.explanation':
    'Paste this code wherever you want to see it. It opens with the view and language you have now.',
  'embed.text': 'Code',
  'embed.copy': 'Copy code',
  'sharing.copied': 'Copied',
  'sharing.choice': 'What goes along',
  'sharing.whole': 'All you did, each thing at its own time',
  'sharing.present': 'The faults of this moment, from the start',
  'sharing.tooLong':
    'What you made is too long for a link. Save it as a file and send that: “Open…” takes it, or drop it onto the page. This browser keeps it, reloads included.',
  'sharing.save': 'Save as file',
  'sharing.save.explanation': 'The document as YAML, with your changes.',
} as const satisfies Record<keyof typeof spanish, string>;
