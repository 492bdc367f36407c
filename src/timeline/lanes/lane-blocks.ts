/**
 * What happens in a run as blocks on its time axis, and back. Blocks come from
 * two homes: events of the document's timeline and commands of the user's
 * script. A block speaks the document's language in both cases, so that one
 * form and one check serve both.
 */
import type { ArchitectureDocument, TimelineEvent } from '../../architecture/document';
import type { TimedCommand } from '../../simulation/command';
import { withCommand } from '../../simulation/script';
import type { Happening } from './happening';
import { commandsOf, scriptedHappenings } from './script-blocks';

/** In whose hands a block is. */
export type BlockHome =
  | { readonly kind: 'document'; readonly index: number }
  /** The entries of the script that it stands for: its beginning, and its end where it has one of its own. */
  | { readonly kind: 'script'; readonly entries: readonly TimedCommand[] }
  /** Belongs to the open story. */
  | { readonly kind: 'story' };

export interface LaneBlock {
  /** Stays with the block when it is moved. */
  readonly key: string;
  readonly home: BlockHome;
  readonly happening: Happening;
  /** Where it happens; `null` where it does so in every deployment alike. */
  readonly deploymentId: string | null;
}

/** What is run, in its parts: the events of `document` after the first `ownEventCount` belong to the story. */
export interface Scene {
  readonly document: ArchitectureDocument;
  readonly ownEventCount: number;
  readonly script: readonly TimedCommand[];
}

/** The blocks of a run in the order in which they begin. */
export function blocksOf({ document, ownEventCount, script }: Scene): LaneBlock[] {
  const written = document.timeline.map((happening, index) => ({
    home: index < ownEventCount ? { kind: 'document' as const, index } : { kind: 'story' as const },
    happening,
    deploymentId: null,
  }));
  const scripted = scriptedHappenings(document, script).map(({ entries, ...rest }) => ({
    home: { kind: 'script' as const, entries },
    ...rest,
  }));
  return withKeys([...written, ...scripted]).sort(
    (one, other) => one.happening.atMs - other.happening.atMs,
  );
}

/** Alike ones are told apart by a number, not by their times: those change while a block is dragged. */
function withKeys(blocks: readonly Omit<LaneBlock, 'key'>[]): LaneBlock[] {
  const counts = new Map<string, number>();
  return blocks.map((block) => {
    const subject = `${block.home.kind} ${block.deploymentId ?? ''} ${subjectOf(block.happening)}`;
    const count = counts.get(subject) ?? 0;
    counts.set(subject, count + 1);
    return { ...block, key: `${subject} ${count}` };
  });
}

function subjectOf(happening: Happening): string {
  const { atMs, untilMs, rollbackAtMs, ...rest } = happening as Record<string, unknown>;
  return JSON.stringify(rest);
}

/** What a change makes of one home or the other; the other is left alone. */
export type BlockChange =
  | { readonly kind: 'document'; change(document: ArchitectureDocument): ArchitectureDocument }
  | {
      readonly kind: 'script';
      change(script: readonly TimedCommand[]): readonly TimedCommand[];
    };

/** `null` where the block is nobody's to change. */
export function changed(
  document: ArchitectureDocument,
  block: LaneBlock,
  happening: Happening,
  deploymentId: string | null = block.deploymentId,
): BlockChange | null {
  const { home } = block;
  if (home.kind === 'story') return null;
  if (home.kind === 'document') {
    // A document says only what its schema knows.
    return inTimeline((events) => events.with(home.index, happening as TimelineEvent));
  }
  return inScript((script) =>
    withAll(without(script, home.entries), commandsOf(document, happening, deploymentId)),
  );
}

export function removed({ home }: LaneBlock): BlockChange | null {
  if (home.kind === 'story') return null;
  if (home.kind === 'document') return inTimeline((events) => events.toSpliced(home.index, 1));
  return inScript((script) => without(script, home.entries));
}

/** What is new is the user's own doing: it goes into the script. */
export function added(
  document: ArchitectureDocument,
  happening: Happening,
  deploymentId: string | null,
): BlockChange {
  return inScript((script) => withAll(script, commandsOf(document, happening, deploymentId)));
}

function inTimeline(change: (events: readonly TimelineEvent[]) => TimelineEvent[]): BlockChange {
  return {
    kind: 'document',
    change: (document) => ({ ...document, timeline: change(document.timeline) }),
  };
}

function inScript(
  change: (script: readonly TimedCommand[]) => readonly TimedCommand[],
): BlockChange {
  return { kind: 'script', change };
}

function without(script: readonly TimedCommand[], entries: readonly TimedCommand[]) {
  return script.filter((entry) => !entries.includes(entry));
}

function withAll(script: readonly TimedCommand[], commands: readonly TimedCommand[]) {
  return commands.reduce<readonly TimedCommand[]>(withCommand, script);
}
