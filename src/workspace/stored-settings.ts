/**
 * What the browser keeps between visits. Storage may be blocked, full or
 * damaged (third-party frames, private windows): then nothing is kept, and the
 * page works all the same.
 */
import type { Positions } from './positions';
import type { KeptWays, Ways } from './ways';

export interface StoredSettings {
  read(key: string): unknown;
  write(key: string, value: unknown): void;
}

const prefix = 'faultline:';

export const browserSettings: StoredSettings = {
  read(key) {
    try {
      const text = localStorage.getItem(prefix + key);
      return text === null ? null : JSON.parse(text);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(prefix + key, JSON.stringify(value));
    } catch {
      // Not kept; see above.
    }
  },
};

/** For an embed, which must neither show nor overwrite the visitor's own settings. */
export const noSettings: StoredSettings = { read: () => null, write: () => {} };

/** Positions of a document's nodes as stored; whatever is not a position is dropped. */
export function readPositions(settings: StoredSettings, documentId: string): Positions {
  const stored = settings.read(`positions:${documentId}`);
  const positions: Record<string, Record<string, { x: number; y: number }>> = {};
  for (const [deploymentId, nodes] of entriesOf(stored)) {
    for (const [nodeId, position] of entriesOf(nodes)) {
      const { x, y } = Object(position);
      if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
      positions[deploymentId] = { ...positions[deploymentId], [nodeId]: { x, y } };
    }
  }
  return positions;
}

export function writePositions(
  settings: StoredSettings,
  documentId: string,
  positions: Positions,
): void {
  settings.write(`positions:${documentId}`, positions);
}

/** Ways of calls as stored; whatever is not a way is dropped. */
export function readWays(settings: StoredSettings, documentId: string): Ways {
  const ways: Record<string, KeptWays> = {};
  for (const [deploymentId, stored] of entriesOf(settings.read(`ways:${documentId}`))) {
    const { form, ways: byCall } = Object(stored);
    const sound = entriesOf(byCall).filter(
      ([, way]) => Array.isArray(way) && way.length % 6 === 2 && way.every(Number.isFinite),
    );
    if (typeof form !== 'string') continue;
    ways[deploymentId] = { form, ways: Object.fromEntries(sound) as KeptWays['ways'] };
  }
  return ways;
}

export function writeWays(settings: StoredSettings, documentId: string, ways: Ways): void {
  settings.write(`ways:${documentId}`, ways);
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
