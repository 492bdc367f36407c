import type { branches as spanish } from '../es/branches';
import type { Message } from '../message';

export const branches = {
  'branches.title': 'Branches of this run',
  'branches.explanation':
    'Whenever you change something in the past, or in the document, what would have happened without it is kept here and shows as a dashed line in the chart.',
  'branches.none': 'There are none yet.',
  'branches.now': 'What you see now',
  'branches.before': 'Before: {step}',
  'branches.from': 'the same until {time}',
  'branches.fromStart': 'different from the start',
  'branches.ghost': 'In the chart',
  'branches.show': 'Show',
  'branches.rename': 'Name of the branch',
  'branches.delete': 'Delete “{name}”',
  'branches.same': 'From here on the same, but…',
  'branches.breakers.off': 'without circuit breakers: {deployment}',
  'branches.breakers.on': 'with circuit breakers: {deployment}',
  'branches.compare': 'Compare',
  'branches.compare.with': 'with',
  'branches.compare.run': 'Compare {seconds} s of both',
  'branches.compare.running': 'Running both…',
  'branches.compare.failed': 'One of them could not be run: {problem}',
  'branches.compare.cancel': 'Cancel',
  'branches.table': 'Figures of both branches',
  'branches.figure': 'Figure',
  'branches.figure.success': 'Success: {journey}',
  'branches.figure.msP99': 'p99: {journey}',
  'branches.figure.lost': 'Requests lost',
  'branches.figure.usdPerHour': 'Cost per hour',
  'branches.all': 'all',
  'branches.sentence.more': {
    one: '{deployment}: “{branch}” loses {count} request more.',
    other: '{deployment}: “{branch}” loses {count} requests more.',
  },
  'branches.sentence.fewer': {
    one: '{deployment}: “{branch}” loses {count} request fewer.',
    other: '{deployment}: “{branch}” loses {count} requests fewer.',
  },
  'branches.sentence.same': '{deployment}: both lose the same.',
  'branches.seed': 'seed {seed}',
  'branches.unread': 'Not readable',
  'branches.unread.explanation':
    'An earlier visit, or another version, kept branches that this page cannot read. They are untouched.',
  'branches.unread.save': 'Save as file',
  'branches.unread.delete': 'Delete',
} as const satisfies Record<keyof typeof spanish, Message>;
