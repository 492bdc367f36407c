/**
 * Levels of a drawing as rows. What is too wide for one row stands in several, each of which reaches
 * across the whole level: neighbours with the same caller side by side, or, where they are many, in a
 * block. So calls run straight down between the rows of a level rather than all around one half of it.
 */

export interface LevelMeasures {
  callerOf(node: number): number;
  widthOf(node: number): number;
  widthMax: number;
}

/** So many callees of one caller stand side by side in any case. */
const besideMin = 3;

export function staggeredRows(level: readonly number[], measures: LevelMeasures): number[][] {
  const { widthOf, widthMax } = measures;
  const total = level.reduce((sum, node) => sum + widthOf(node), 0);
  const count = Math.ceil(total / widthMax);
  if (count < 2) return [[...level]];
  const rows = Array.from({ length: count }, () => ({ nodes: [] as number[], width: 0 }));
  for (const siblings of siblingsIn(level, measures)) {
    const beside = Math.max(besideMin, Math.ceil(siblings.length / count));
    for (let first = 0; first < siblings.length; first += beside) {
      const row = rows.reduce((least, other) => (other.width < least.width ? other : least));
      for (const node of siblings.slice(first, first + beside)) {
        row.nodes.push(node);
        row.width += widthOf(node);
      }
    }
  }
  return rows.map(({ nodes }) => nodes).filter(({ length }) => length > 0);
}

function siblingsIn(level: readonly number[], { callerOf }: LevelMeasures): number[][] {
  const groups: number[][] = [];
  for (const node of level) {
    const group = groups.at(-1);
    if (group !== undefined && callerOf(group[0]) === callerOf(node)) group.push(node);
    else groups.push([node]);
  }
  return groups;
}
