import type { WindowSeries } from '../playback/window-series';

/** The course of another branch of the run, behind the lines of this one. */
export interface Ghost {
  /** Of the branch, in the words of whoever made it. */
  readonly name: string;
  /** By deployment; one that the branch did not run has none. */
  readonly series: Readonly<Record<string, WindowSeries>>;
}
