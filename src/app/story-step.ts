import { loadStory, storyById } from '../stories/stories';
import type { Address } from '../workspace/address';
import type { Notice } from '../workspace/notice';

/** Has the story of an address ready; leaves it out, with a notice, where it cannot be had. */
export async function withLoadedStory(
  address: Address,
): Promise<{ address: Address; notices: Notice[] }> {
  const { storyId } = address;
  if (storyId === null) return { address, notices: [] };
  try {
    await loadStory(storyId);
    return { address, notices: [] };
  } catch {
    const notice: Notice = { key: 'notices.story', values: { value: storyId } };
    return { address: { ...address, storyId: null, storyStep: 0 }, notices: [notice] };
  }
}

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
