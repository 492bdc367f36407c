import { describe, expect, it } from 'vitest';
import { formHeldBy, holdForm, rememberForm } from '../../src/canvas/held-form';

const room = { width: 548, height: 565 };

function cutInto(afterId: string, isPlaced: boolean): void {
  const forget = rememberForm('given', 'broadBelow', room);
  holdForm('given', afterId, isPlaced);
  forget();
}

describe('the form of a diagram that was cut', () => {
  it('stays while its pane is as large, for the deployment that the cut made as well', () => {
    cutInto('own', true);
    expect(formHeldBy('own', { ...room }, true)).toBe('broadBelow');
    expect(formHeldBy('given', room, false)).toBeUndefined();
  });

  it('is chosen anew in a pane of another size, and again the same in the one it had', () => {
    cutInto('own', true);
    expect(formHeldBy('own', { width: 565, height: 548 }, true)).toBeUndefined();
    expect(formHeldBy('own', room, true)).toBe('broadBelow');
  });

  it('is chosen anew once the layout has its parts back', () => {
    cutInto('own', true);
    expect(formHeldBy('own', room, false)).toBeUndefined();
  });

  it('stays as well where the cut gave no places', () => {
    cutInto('own', false);
    expect(formHeldBy('own', room, false)).toBe('broadBelow');
  });

  it('is that of what is seen: a diagram that is not on the page has none', () => {
    holdForm('unseen', 'fresh', true);
    expect(formHeldBy('fresh', room, true)).toBeUndefined();
  });
});
