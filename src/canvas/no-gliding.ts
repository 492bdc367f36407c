/**
 * Takes the place of d3-interpolate in the page (see vite.config.ts), and of d3-color with it.
 * React Flow brings it along for viewports that glide from one place to another; here they are
 * where they shall be at once: it is handed on, and nobody calls it.
 */
export function interpolate(): never {
  throw new Error('No viewport of this page glides.');
}

export const interpolateZoom = interpolate;
