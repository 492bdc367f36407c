import { storyById } from '../stories/stories';
import type { Address } from '../workspace/address';
import type { Notice } from '../workspace/notice';

/** The address with a step that its story has; the first one, with a notice, where it asks for another. */
export function withKnownStep(address: Address): { address: Address; notices: Notice[] } {
  const story = storyById(address.storyId);
  if (story === null || address.storyStep < story.steps.length) return { address, notices: [] };
  const notice: Notice = {
    key: 'notices.address.step',
    values: { value: String(address.storyStep) },
  };
  return { address: { ...address, storyStep: 0 }, notices: [notice] };
}
