import type { storyline as spanish } from '../es/storyline';
import type { Message } from '../message';

export const storyline = {
  'storyline.label': 'Story',
  'storyline.place': 'Story {index} of {count}',
  'storyline.step': 'Step {step} of {count}',
  'storyline.steps': 'Steps of the story',
  'storyline.back': 'Back',
  'storyline.next': 'Next',
  'storyline.skip': 'Skip ahead',
  'storyline.nextStory': 'Next story',
  'storyline.explore': 'Explore',
  'storyline.leave': 'Leave the story',
  'storyline.more': 'Read more',
  'storyline.less': 'Read less',
  'storyline.predict': 'Before you look, predict',
  'storyline.predicted.right': 'You saw it coming',
  'storyline.predicted.wrong': 'It went differently',
  'storyline.predicted.yours': 'Your prediction: {option}',
  'storyline.predicted.happened': 'What happened: {option}',
  'storyline.findings': 'What you see',
  'storyline.mark.fine': 'Good',
  'storyline.mark.degraded': 'Fair',
  'storyline.mark.failed': 'Bad',
  'storyline.mark.caveat': 'Mind',
  'storyline.verdict': 'What holds',
  'storyline.verdict.checked':
    'Checked with {seeds} seeds whenever the program changes. The marks are from this run.',
  'storyline.verdict.otherwise': 'Not here: something is different in this run.',
  'storyline.travel.going': 'Stops at {time}',
  'storyline.travel.seeking': 'Going to {time}…',
  'storyline.travel.there': 'At {time}',
} as const satisfies Record<keyof typeof spanish, Message>;
