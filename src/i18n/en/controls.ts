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
  'controls.fault.leak': '{module} leaks {rate} MiB/s',
  'controls.fault.hog': '{module} short of {cores} CPU',
  'controls.fault.latency': '{link}: +{delay}',
  'controls.fault.loss': '{link}: {rate} lost',
  'controls.fault.partition': '{link} cut off',
  'controls.status.leak': 'leaking',
  'controls.status.hog': 'short of CPU',
  'controls.status.down': 'down',
} as const satisfies Record<keyof typeof spanish, Message>;
