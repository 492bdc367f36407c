const plainKey = /^[A-Za-z0-9_-]+$/;

/** The path of something inside a place: `units` + 3 → `units[3]`, `units[3]` + `id` → `units[3].id`. */
export function pathInto(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  if (!plainKey.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}
