import type { legend as spanish } from '../es/legend';

/** Texts of the diagram's legend: they load when it is opened. */
export const legend = {
  title: 'What you see here',
  journeys: 'Each colour is a journey:',
  dot: 'Request on its way (from close up, in the shape of its journey)',
  cross: 'Failure on its way back, or a refused call',
  ring: 'Answer that lacks something: a fallback stood in',
  hollow: 'Hollow: a call that goes on in vain, its caller has given up',
  queue: 'Request that waits at the door',
  free: 'Free thread or connection',
  busy: 'Held by a request',
  inVain: 'Hatched: works in vain, nobody waits for the answer',
  starting: 'Outline: a replica that starts, filling up until it is ready, or is down',
  version: 'Underlined: a replica that has the new version',
  call: 'Call; the wider, the more traffic',
  async: 'Dotted: a message, nobody waits',
  open: 'Cut: circuit open (on trial in amber)',
  stack: 'Cards behind: more replicas; dashed, one that does not answer',
  frame: 'Dotted frame: one application',
} as const satisfies Record<keyof typeof spanish, string>;
