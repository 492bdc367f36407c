import type { timeline as spanish } from '../es/timeline';
import type { Message } from '../message';

export const timeline = {
  'timeline.label': 'Timeline',
  'timeline.play': 'Play',
  'timeline.pause': 'Pause',
  'timeline.restart': 'Back to the start',
  'timeline.speed': 'Speed',
  'timeline.time': 'Simulated time',
  'timeline.playhead': 'Instant of the run',
  'timeline.of': 'of {time}',
  'timeline.seed': 'Seed {seed} · same requests in both architectures',
  'timeline.behind': 'This machine cannot keep that pace: time runs slower',
  'timeline.figure': 'Figure in the chart',
  'timeline.success': 'Success',
  'timeline.p99': 'p99',
  'timeline.requests': 'Requests/s',
  'timeline.cost': 'Cost',
  'timeline.chart': '{figure} over time',
  'timeline.summary.caption': '{figure} in the last seconds',
  'timeline.summary.time': 'Time',
  'timeline.summary.empty': 'No figures yet.',
} as const satisfies Record<keyof typeof spanish, Message>;
