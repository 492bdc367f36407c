import { describe, expect, it } from 'vitest';
import { fitOf, levelOf, openingOf } from '../../src/canvas/fit';
import { leastTypeAt } from '../../src/canvas/use-least-type';

const pane = { width: 1000, height: 600, margin: 12 };

function placesOf(width: number, height: number) {
  const content = { x: -50, y: 0, width, height };
  const fit = fitOf(content, pane.width, pane.height, pane.margin);
  return { fit, opening: openingOf(fit, { x: 400, y: 20 }, pane.width, pane.margin) };
}

describe('a drawing', () => {
  it('opens as a whole where its names can be read', () => {
    const { fit, opening } = placesOf(1200, 900);
    expect(opening).toEqual(fit);
    expect(levelOf(opening.zoom)).not.toBe('speck');
  });

  it('that is too large for that opens with its entry at the top, in the middle, and readable', () => {
    const { fit, opening } = placesOf(9000, 4000);
    expect(levelOf(fit.zoom)).toBe('speck');
    expect(levelOf(opening.zoom)).toBe('far');
    expect(400 * opening.zoom + opening.x).toBeCloseTo(pane.width / 2);
    const top = 20 * opening.zoom + opening.y;
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(pane.height / 10);
  });

  it('tells more the nearer it is', () => {
    expect([0.12, 0.4, 1, 2].map(levelOf)).toEqual(['speck', 'far', 'middle', 'near']);
  });
});

it('keeps its words as large as they have to be, and no larger than its boxes', () => {
  for (const zoom of [0.5, 0.6, 0.7, 1]) {
    expect(leastTypeAt(zoom, true) * zoom).toBeGreaterThanOrEqual(9);
    expect(leastTypeAt(zoom, true) * zoom).toBeLessThan(9.6);
  }
  for (const zoom of [0.3, 0.4, 0.54]) {
    expect(levelOf(zoom)).toBe('far');
    expect(leastTypeAt(zoom, false) * zoom).toBeGreaterThanOrEqual(9);
  }
  expect([leastTypeAt(0.2, true), leastTypeAt(0.2, false)]).toEqual([18, 0]);
});
