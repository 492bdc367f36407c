import type { history as spanish } from '../es/history';
import type { Message } from '../message';

/** What can be undone, as it follows “Undo:”. */
export const history = {
  'history.undo': 'Undo: {step}',
  'history.redo': 'Redo: {step}',
  'history.undone': 'Undone: {step}',
  'history.redone': 'Redone: {step}',
  'history.open': 'opening {name}',
  'history.reset': 'going back to the original',
  'history.resetField': 'the reset of {field} of {name}',
  'history.edit': 'the change of {name}',
  'history.editField': 'the change to {field} of {name}',
  'history.recut': 'cutting {name}',
  'history.rename': 'the name “{name}”',
  'history.move': 'moving a part of {deployment}',
  'history.tidy': 'tidying up {deployment}',
  'history.show': 'showing {name}',
  'history.seed': 'seed {seed}',
  'history.story': 'opening the story {name}',
  'history.leaveStory': 'leaving the story',
  'history.script': 'the change to what happens',
  'history.several': { one: '{count} change', other: '{count} changes' },
  'history.fault': '{fault}',
  'history.fault.lift': 'lifting a fault of {name}',
  'history.release': 'a release of {name}',
  'history.rollBack': 'rolling {name} back',
  'history.policy': 'the policy of {name}',
  'history.loadPattern': 'the pattern of arrivals',
  'history.healAll': 'lifting all faults',
  'history.replicas': {
    one: '{count} replica of {name}',
    other: '{count} replicas of {name}',
  },
  'history.concurrency': '{count} at once in {name}',
  'history.arrivalRate': '{rate} arriving',
} as const satisfies Record<keyof typeof spanish, Message>;
