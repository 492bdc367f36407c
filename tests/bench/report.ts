/** One figure of the benchmark. */
export interface Row {
  bench: string;
  case: string;
  what: string;
  value: number;
  unit: string;
  /** To the first row of the case. */
  ratio?: number;
  /** What the simulated customers saw: all who simulate the same must agree. */
  meanResponseMs?: number;
}

export type Print = (row: Row) => void;

export function printJson(row: Row): void {
  console.log(JSON.stringify(row));
}

/** Lines of a table; a new heading for each benchmark. */
export function tablePrinter(): Print {
  let present = '';
  return (row) => {
    if (row.bench !== present) console.log(`\n${row.bench}`);
    present = row.bench;
    const value = row.value.toFixed(row.value < 100 ? 3 : 0).padStart(10);
    const ratio = row.ratio === undefined ? '' : `× ${row.ratio.toFixed(3)}`;
    const mean = row.meanResponseMs === undefined ? '' : `mean ${row.meanResponseMs.toFixed(2)} ms`;
    const figures = `${value} ${row.unit.padEnd(10)}${ratio.padStart(9)}   ${mean}`;
    console.log(`  ${row.case.padEnd(20)}${row.what.padEnd(34)}${figures}`.trimEnd());
  };
}
