import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../../src/simulation/engine/normal-quantile';

/** Roots of the normal distribution function, computed to 40 digits. */
const roots: readonly (readonly [p: number, x: number])[] = [
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-30, -11.464024688443615],
  [1e-20, -9.262340089798407],
  [1e-12, -7.034483825301132],
  [1e-9, -5.9978070150076865],
  [1e-6, -4.753424308822899],
  [0.001, -3.0902323061678136],
  [0.02425, -1.9729610513118847],
  [0.07, -1.4757910281791706],
  [0.075, -1.439531470938456],
  [0.1, -1.2815515655446004],
  [0.25, -0.6744897501960817],
  [0.4, -0.2533471031357997],
  [0.49, -0.025068908258711057],
  [0.6, 0.2533471031357997],
  [0.925, 1.4395314709384561],
  [0.93, 1.475791028179171],
  [0.975, 1.9599639845400538],
  [0.999, 3.090232306167813],
];

describe('the normal quantile', () => {
  test.each(roots)('of %d is right to 15 digits', (p, x) => {
    expect(Math.abs(normalQuantile(p) / x - 1)).toBeLessThan(1e-15);
  });

  test('is 0 at one half and antisymmetric about it', () => {
    expect(normalQuantile(0.5)).toBe(0);
    for (let i = 1; i < 64; i++) expect(normalQuantile(1 - i / 128)).toBe(-normalQuantile(i / 128));
  });

  test('rises across the borders between its three approximations', () => {
    for (const border of [0.075, 1.388794386496402e-11]) {
      for (let i = -50; i < 50; i++) {
        const below = normalQuantile(border * (1 + i * 1e-12));
        const above = normalQuantile(border * (1 + (i + 1) * 1e-12));
        expect(above).toBeGreaterThanOrEqual(below);
      }
    }
  });

  test('is infinite at 0 and 1 and not a number outside', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalQuantile(NaN)).toBeNaN();
  });
});
