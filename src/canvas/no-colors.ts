/**
 * Takes the place of d3-color in the page (see vite.config.ts). React Flow brings
 * it along to tween colours, which nothing here does: whatever is asked for is no colour.
 */
export function color(): null {
  return null;
}

export const rgb = color;
export const hsl = color;
export const lab = color;
export const hcl = color;
export const cubehelix = color;
