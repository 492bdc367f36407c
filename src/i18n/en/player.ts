import type { player as spanish } from '../es/player';

/** Texts of the player's menu: they load with it. */
export const player = {
  title: 'Steps, loop and more speeds',
  event: 'Event',
  eventNote: 'The next thing that the engine does, on either side',
  eventBack: 'Event before',
  eventOn: 'Next event',
  request: 'Request',
  requestNote: 'Where the request of a customer arrives or ends',
  requestBack: 'Request before',
  requestOn: 'Next request',
  speed: 'More speeds',
  loop: 'Loop',
  loopNote: 'Begins anew at the end',
  loopMarked: 'From {from} to {to}',
  loopEndless: 'This run has no end: mark where the loop ends',
  loopFrom: 'Begins here',
  loopTo: 'Ends here',
  loopClear: 'No marks',
  loopStart: 'the start',
  loopEnd: 'the end',
} as const satisfies Record<keyof typeof spanish, string>;
