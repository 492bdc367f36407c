/** What the layout is told: boxes of known size and who calls whom. */
export interface LayoutNode {
  id: string;
  width: number;
  height: number;
  /** Hangs at the foot of this node instead of taking a place in a row: a store with one owner. */
  ownerId?: string;
  /** Nodes with the same group are framed together; what they call outside comes below the frame. */
  groupId?: string;
}

export interface LayoutLink {
  fromId: string;
  toId: string;
  /** A weak link (a message) does not push its receiver into a lower row. */
  isWeak: boolean;
  /** How strongly it draws its ends together; default 1, 0.25 for a weak link. */
  pull?: number;
}

/** Distances in px. */
export interface LayoutSpacing {
  rowGap: number;
  columnGap: number;
  /** Between a node and what hangs at its foot. */
  footGap: number;
  /** Between neighbours at a foot. */
  footColumnGap: number;
  /** A row wider than this is broken in two. */
  rowWidthMax: number;
  /** Extra room above and below the rows of a group, for its frame. */
  groupGap: number;
  /** Where that stands which only a group calls. */
  outsiders: 'below' | 'beside';
}
