/** Columns as wide as their widest cell; texts (the first alone, if nothing is said) to the left, figures to the right. */
export function table(
  rows: readonly (readonly string[])[],
  textColumns: readonly number[] = [0],
): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          textColumns.includes(column)
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
