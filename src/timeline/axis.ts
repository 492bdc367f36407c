/** Round figures along an axis. */

const niceLeads = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The smallest round figure that is not below `value` (> 0). */
export function niceCeil(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = niceLeads.find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10;
  return Number((lead * power).toPrecision(6));
}

const timeStepsMs = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].map((s) => s * 1000);

/** Instants to mark, at most `countMax` of them, at a round distance from each other. */
export function timeTicks(fromMs: number, toMs: number, countMax: number): number[] {
  const spanMs = toMs - fromMs;
  const stepMs =
    timeStepsMs.find((step) => spanMs / step <= Math.max(1, countMax)) ??
    niceCeil(spanMs / Math.max(1, countMax));
  const ticks: number[] = [];
  for (let tick = Math.ceil(fromMs / stepMs) * stepMs; tick <= toMs; tick += stepMs) {
    ticks.push(tick);
  }
  return ticks;
}

/** Room that a label on the time axis needs, px. */
export const tickWidth = 64;
