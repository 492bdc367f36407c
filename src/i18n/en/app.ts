import type { app as spanish } from '../es/app';
import type { Message } from '../message';

export const app = {
  'app.title': '{document} · Faultline',
  'app.description':
    'One shop as a monolith and as microservices, under the same traffic. Break it and see who falls.',
  'app.view': 'View',
  'app.view.both': 'Both',
  'app.language': 'Language',
  'app.language.es': 'Spanish',
  'app.language.en': 'English',
  'app.theme': 'Theme: {theme}',
  'app.theme.auto': 'as the system',
  'app.theme.light': 'light',
  'app.theme.dark': 'dark',
  'app.share': 'Share',
  'app.share.done': 'Link copied',
  'app.share.failed': 'The link could not be copied. Here it is:',
  'app.embed': 'Embed',
  'app.embed.title': 'Embed in another page',
  'app.embed.explanation':
    'Paste this code where you want to see it. It opens with the view, language and faults you have now.',
  'app.embed.code': 'Code',
  'app.embed.copy': 'Copy code',
  'app.embed.copied': 'Copied',
  'app.open': 'Open…',
  'app.open.title': '{file} cannot be opened',
  'app.open.problems': {
    one: 'There is a problem in the document:',
    other: 'There are {count} problems in the document:',
  },
  'app.open.more': 'and {count} more',
  'app.open.unreadable': 'The file could not be read.',
  'app.open.home': 'Back to the shop',
  'app.story': 'Open story',
  'app.story.none': 'Explore on your own',
  'app.story.list': 'Stories',
  'app.close': 'Close',
  'app.details': 'Details',
  'app.broken.title': 'Something really broke',
  'app.broken.explanation':
    'This was not part of the simulation: the page ran into an error of its own. Your document and settings are still in the link.',
  'app.broken.retry': 'Try again',
  'app.broken.fresh': 'Start afresh',
  'app.run.failed.title': 'The simulation has stopped',
  'app.run.failed.explanation':
    'It happened at {time} with seed {seed}, after {events} events. These three are enough to replay it.',
  'app.run.failed.restart': 'Start over',
  'app.run.stopped':
    'Stopped at {time}: the requests in flight grow without end. Lower the arrivals, add capacity or bound the queues.',

  'pane.success': 'success',
  'pane.p99': 'p99',
  'pane.requests': 'requests/s',
  'pane.cost': 'per hour',
  'pane.success.explanation': 'Requests that end well, of those that ended in the last 5 s',
  'pane.p99.explanation': '99% of the answers of the last 5 s took less than this',
  'pane.requests.explanation': 'Requests that end well, per second',
  'pane.cost.explanation': 'Price of all replicas that are on, in dollars per hour',
  'pane.processes': { one: '{count} process', other: '{count} processes' },
  'pane.replicas': { one: '{count} replica', other: '{count} replicas' },
  'pane.figures': 'Figures of {deployment}',
} as const satisfies Record<keyof typeof spanish, Message>;
