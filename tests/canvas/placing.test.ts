import { describe, expect, test } from 'vitest';
import { cutOf } from '../../src/architecture/cut';
import { shop } from '../../src/architecture/shop';
import { canvasLayoutOf, placedBoxes } from '../../src/canvas/canvas-layout';
import { graphOf } from '../../src/canvas/drawing-form';
import type { Box } from '../../src/canvas/layout/box';
import { keptPlace, keptPlaces, shownPlaces } from '../../src/canvas/placing';
import { overlapping } from './drawn';

const placesOf = (boxes: ReadonlyMap<string, Box>) =>
  Object.fromEntries(
    [...boxes].map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]),
  );

describe.each(['monolith', 'microservices'])(
  'what was put somewhere in the whole form (%s)',
  (id) => {
    const cut = cutOf(shop, id);
    const whole = graphOf(shop, cut, 'beside', new Set());
    const kept = placesOf(placedBoxes(whole, canvasLayoutOf(whole, 'beside'), new Map()));

    test('stands apart from everything else in the broad one', () => {
      const broad = graphOf(shop, cut, 'broadBeside', new Set());
      const places = new Map(Object.entries(shownPlaces('broad', kept)));
      const units = new Map([...places].filter(([node]) => !node.startsWith('module:')));
      const boxes = placedBoxes(broad, canvasLayoutOf(broad, 'beside'), units);
      const standing = [...boxes].filter(([node]) => !node.startsWith('module:'));
      expect(overlapping(standing)).toEqual([]);
    });

    test('comes back from there as it was kept', () => {
      const shown = shownPlaces('broad', kept);
      expect(keptPlaces('broad', shown)).toEqual(kept);
      expect(shownPlaces('whole', kept)).toBe(kept);
    });
  },
);

test('a module within its hull stays below its head', () => {
  const kept = { 'module:web': { x: 12, y: 74 } };
  const [[id, place]] = Object.entries(shownPlaces('broad', kept));
  expect(place).toEqual({ x: 12, y: 79 });
  expect(keptPlace('broad', id, place)).toEqual(kept['module:web']);
});
