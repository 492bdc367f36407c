/**
 * Takes the place of d3-transition in the page (see vite.config.ts). React Flow
 * brings it along for viewports that glide; here they are where they shall be at
 * once, so there is never anything to interrupt.
 */
import { selection } from 'd3-selection';

Object.assign(selection.prototype, {
  interrupt(this: unknown) {
    return this;
  },
});

export function interrupt(): void {}
