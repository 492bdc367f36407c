/** The colours of the page's theme for what is painted instead of styled. */

export interface CanvasColors {
  /** By journey index. */
  journeys: readonly string[];
  slotFree: string;
  failed: string;
  degraded: string;
  muted: string;
  ink: string;
}

/** As many journeys have a hue of their own in the palette. */
const journeyHues = 4;

/** Reads the custom properties that hold for `element`. */
export function readColors(element: Element, journeyCount: number): CanvasColors {
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(name).trim();
  return {
    journeys: Array.from({ length: journeyCount }, (_, index) =>
      color(index < journeyHues ? `--journey-${index + 1}` : '--journey-other'),
    ),
    slotFree: color('--slot-free'),
    failed: color('--failed'),
    degraded: color('--degraded'),
    muted: color('--muted'),
    ink: color('--ink'),
  };
}

/** Calls back when the page or the system changes its theme; returns the way out. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', listener);
  };
}
