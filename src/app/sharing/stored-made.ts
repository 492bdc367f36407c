/**
 * What is too long for an address is kept for the visitor, and the address says
 * where. Every page has a place of its own: what is made in one does not write
 * over what is made in another.
 */
import type { StoredSettings } from '../../workspace/stored-settings';

/** Stands behind `#s=` in place of a code, before the place. */
const storedMark = 'local';

const placesKey = 'made-places';

/** Places that are kept; the one that was written longest ago gives way. */
const placeLimit = 6;

/** The place that stands in an address for a code; `null` for a code. */
export function placeOf(code: string): string | null {
  const [mark, place = ''] = code.split('.');
  return mark === storedMark && /^[a-z0-9]*$/.test(place) ? place : null;
}

/** One that nobody has. */
export function newPlace(): string {
  return crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
}

export function storedCode(settings: StoredSettings, place: string): string | null {
  const stored = settings.read(keyOf(place));
  return typeof stored === 'string' ? stored : null;
}

/** What stands in the address for the code; `null` where it is not kept: storage may be blocked or full. */
export function storeCode(settings: StoredSettings, place: string, code: string): string | null {
  const stored = settings.read(placesKey);
  const others = (Array.isArray(stored) ? stored : []).filter((other) => other !== place);
  for (const left of others.slice(0, Math.max(0, others.length + 1 - placeLimit))) {
    settings.write(keyOf(String(left)), null);
  }
  settings.write(placesKey, [...others, place].slice(-placeLimit));
  settings.write(keyOf(place), code);
  return storedCode(settings, place) === code ? `${storedMark}.${place}` : null;
}

function keyOf(place: string): string {
  return place === '' ? 'made' : `made:${place}`;
}
