/**
 * One field of a document that takes several values in turn. A path names
 * fields by their names and the items of a list by their id or their place:
 * `load.arrivalRatePerSecond`, `deployments.microservices.units.catalog.replicas`.
 */
export interface Variation {
  path: string;
  values: number[];
}

/** The most values of one range. */
const valuesMax = 10_000;

/** `path=from:to:step` or `path=a,b,c`; what is wrong with it as a sentence. */
export function readVariation(
  text: string,
): { ok: true; variation: Variation } | { ok: false; why: string } {
  const [path, written, ...more] = text.split('=');
  if (!path || !written || more.length > 0) return wrong('write path=from:to:step or path=a,b,c');
  const parts = written.split(written.includes(':') ? ':' : ',');
  const figures = parts.map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (!figures.every(Number.isFinite)) return wrong(`${written} holds what is not a number`);
  if (!written.includes(':')) return { ok: true, variation: { path, values: figures } };
  const [from, to, step] = figures;
  if (figures.length !== 3 || step <= 0 || to < from) {
    return wrong('a range is from:to:step, with to at least from and a step above 0');
  }
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  if (count > valuesMax) return wrong(`${count} values are too many; at most ${valuesMax}`);
  // By multiplication: adding the step again and again would add up its rounding.
  const values = Array.from({ length: count }, (_, i) => Number((from + i * step).toPrecision(12)));
  return { ok: true, variation: { path, values } };
}

function wrong(why: string): { ok: false; why: string } {
  return { ok: false, why };
}

/** The document with another value at a path, to be checked anew; null where the path leads nowhere. */
export function withValueAt(document: unknown, path: string, value: number): unknown {
  const copy: unknown = structuredClone(document);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place: unknown = copy;
  for (const key of keys) place = inside(place, key);
  if (typeof place !== 'object' || place === null || inside(place, last) === undefined) return null;
  if (Array.isArray(place)) place[Number(last)] = value;
  else (place as Record<string, unknown>)[last] = value;
  return copy;
}

function inside(place: unknown, key: string): unknown {
  if (typeof place !== 'object' || place === null) return undefined;
  if (Array.isArray(place)) return place.find((item) => item?.id === key) ?? place[Number(key)];
  return Object.hasOwn(place, key) ? (place as Record<string, unknown>)[key] : undefined;
}
