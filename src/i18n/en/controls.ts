import type { controls as spanish } from '../es/controls';
import type { Message } from '../message';

export const controls = {
  'controls.reset': 'Back to {value}',
  'controls.status.fine': 'fine',
  'controls.status.starting': 'starting',
  'controls.status.busy': 'at its limit',
  'controls.status.slow': 'slow',
  'controls.status.errors': 'errors',
  'controls.status.saturated': 'saturated',
  'controls.fault.crash': '{module} down',
  'controls.fault.slow': '{module} {factor}',
  'controls.fault.errors': '{module}: {rate} errors',
  'controls.status.down': 'down',
} as const satisfies Record<keyof typeof spanish, Message>;
