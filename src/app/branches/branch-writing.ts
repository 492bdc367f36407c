/** Branches as the browser's storage has them: what each follows from, without its figures. */
import { checkDocument } from '../../architecture/check-document';
import type { ArchitectureDocument, LocalizedText } from '../../architecture/document';
import { historyCatalogues } from '../../i18n/history-text';
import { readScript } from '../../playback/read-script';
import type { Script } from '../../simulation/script';
import { storyHeads } from '../../stories/story-heads';
import type { Branch } from '../../workspace/branches';
import { isSameValue } from '../../workspace/same-value';
import type { StepLabel } from '../../workspace/step';
import { panesFrom } from '../sharing/read-shared';

/** Documents stand beside the branches, since many share them. */
export interface WrittenBranches {
  readonly version: 1;
  readonly documents: readonly ArchitectureDocument[];
  readonly branches: readonly WrittenBranch[];
}

interface WrittenBranch
  extends Pick<Branch, 'id' | 'name' | 'leftBy' | 'leftAtMs' | 'wantedMs' | 'isGhost'> {
  readonly durationMs: number | null;
  /** Places in `documents`. */
  readonly original: number;
  readonly document: number;
  readonly script: Script;
  readonly panes: readonly [string, string];
  readonly view: string;
  readonly seed: number;
  readonly storyId: string | null;
}

export function writtenBranches(branches: readonly Branch[]): WrittenBranches {
  const documents: ArchitectureDocument[] = [];
  const placeOf = (document: ArchitectureDocument) => {
    const place = documents.findIndex((known) => isSameValue(known, document));
    return place < 0 ? documents.push(document) - 1 : place;
  };
  const written = branches.map(({ made, series: _figures, ...branch }): WrittenBranch => {
    const { original, document, script, paneDeploymentIds, view, seed, storyId } = made;
    return {
      ...branch,
      original: placeOf(original),
      document: placeOf(document),
      script,
      panes: paneDeploymentIds,
      view,
      seed,
      storyId,
    };
  });
  return { version: 1, documents, branches: written };
}

export interface ReadBranches {
  readonly branches: readonly Branch[];
  /** How many there were besides that cannot be read. */
  readonly damagedCount: number;
}

/**
 * `null` for what are no branches of this version. A document that the page has
 * already is that very object again, so that nothing starts over for a copy.
 */
export async function readBranches(
  value: unknown,
  known: readonly ArchitectureDocument[],
): Promise<ReadBranches | null> {
  const { version, documents, branches } = Object(value);
  if (version !== 1 || !Array.isArray(documents) || !Array.isArray(branches)) return null;
  const checked = documents.map((document) => documentFrom(document, known));
  const read = await Promise.all(branches.map((branch) => branchFrom(branch, checked)));
  const sound = read.filter((branch) => branch !== null);
  return { branches: sound, damagedCount: read.length - sound.length };
}

function documentFrom(
  value: unknown,
  known: readonly ArchitectureDocument[],
): ArchitectureDocument | null {
  const checked = checkDocument(value);
  if (!checked.ok) return null;
  return known.find((document) => isSameValue(document, checked.document)) ?? checked.document;
}

async function branchFrom(
  value: unknown,
  documents: readonly (ArchitectureDocument | null)[],
): Promise<Branch | null> {
  const written = Object(value);
  const [original, document] = [written.original, written.document].map((place) =>
    isWhole(place) ? documents[place] : null,
  );
  if (!original || !document) return null;
  const paneDeploymentIds = panesFrom(written.panes, document);
  const [script, leftBy] = await Promise.all([
    readScript(written.script),
    labelFrom(written.leftBy),
  ]);
  const { id, name, view, seed, storyId, leftAtMs, wantedMs, durationMs, isGhost } = written;
  const isSound =
    isWhole(id) &&
    (name === null || typeof name === 'string') &&
    (view === 'both' || paneDeploymentIds?.includes(view)) &&
    isWhole(seed) &&
    (storyId === null || storyHeads.some((head) => head.id === storyId)) &&
    [leftAtMs, wantedMs, durationMs ?? 0].every(isTime) &&
    typeof isGhost === 'boolean';
  if (!isSound || !paneDeploymentIds || script === null || leftBy === null) return null;
  const made = { original, document, script, paneDeploymentIds, view, seed, storyId };
  const line = { id, name, leftBy, leftAtMs, wantedMs, durationMs: durationMs ?? null, isGhost };
  return { ...line, made: { ...made, positions: {}, ways: {} }, series: {} };
}

async function labelFrom(value: unknown): Promise<StepLabel | null> {
  const { key, values = {}, commands } = Object(value);
  if (commands === undefined) {
    const isKnown = Object.hasOwn(historyCatalogues.en, key);
    return isKnown && Object.values(Object(values)).every(isLabelValue) ? { key, values } : null;
  }
  if (!Array.isArray(commands) || commands.length === 0) return null;
  const script = await readScript(commands.map((command) => ({ atMs: 0, command })));
  return script === null ? null : { commands: script.map(({ command }) => command) };
}

function isLabelValue(value: unknown): value is string | number | LocalizedText {
  if (typeof value === 'string' || typeof value === 'number') return true;
  const { es, en } = Object(value);
  return typeof es === 'string' && typeof en === 'string';
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
