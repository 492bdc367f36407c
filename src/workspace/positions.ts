export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Where the user has dragged nodes to: by deployment id, by node id. What is not listed lies where the layout puts it. */
export type Positions = Readonly<Record<string, Readonly<Record<string, Position>>>>;

export const noPositions: Readonly<Record<string, Position>> = {};
