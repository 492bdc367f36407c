import type { charts as spanish } from '../es/charts';
import type { Message } from '../message';

export const charts = {
  'charts.figure': 'Figure of chart {number}',
  'charts.group.outcome': 'Outcome',
  'charts.group.latency': 'Response time',
  'charts.group.traffic': 'Traffic',
  'charts.group.capacity': 'Capacity',
  'charts.group.price': 'Price',
  'charts.about.busiest': 'Of whichever process is busiest',
  'charts.cursor': 'Read the charts at an instant',
  'charts.cursor.value': '{time}. {figures}',
  'charts.cursor.figure': '{figure}: {values}.',
  'charts.cursor.side': '{deployment} {value}',
  'charts.zoom': 'Stretch of time shown',
  'charts.zoom.in': 'Show less time',
  'charts.zoom.out': 'Show more time',
  'charts.zoom.whole': 'All of it',
  'charts.zoom.hint': 'Drag along the axis to enlarge a stretch',
  'charts.table': 'Table',
  'charts.table.caption': 'All figures of the last seconds',
  'charts.table.time': 'Time',
  'charts.table.side': 'Architecture',
  'charts.table.empty': 'No figures yet.',
} as const satisfies Record<keyof typeof spanish, Message>;
