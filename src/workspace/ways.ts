/**
 * The way of a call, as it was kept: x and y of where it begins, then for each of its cubic curves those of
 * both control points and of its end, in the drawing's own pixels.
 */
export type KeptWay = readonly number[];

/** The ways on which calls run after a cut, by call id, as they fit the places in one form of the drawing. */
export interface KeptWays {
  readonly form: string;
  readonly ways: Readonly<Record<string, KeptWay>>;
}

/** By deployment id. A call that is not listed, or whose ends have been moved, goes as the layout has it. */
export type Ways = Readonly<Record<string, KeptWays>>;
