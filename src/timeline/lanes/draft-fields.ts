/** Which numbers of a block are typed, under which name, and where they stand in what the block says. */
import type { TranslateCharts } from '../../i18n/charts-text';
import { type BlockDraft, faultAmounts, hasAmount } from './block-draft';
import { canEnd, type Happening, type LaneId } from './happening';
import { isShapeKind } from './pattern-draft';

/** What has a name in the form. */
export type FieldKey = Extract<Parameters<TranslateCharts>[0], `lanes.form.${string}`>;

export interface DraftField {
  readonly id: keyof BlockDraft;
  readonly key: FieldKey;
  /** Where the number may stand, within the event or the point of a pattern. */
  readonly paths: readonly string[];
  /** So many of what is typed make one of the document's. */
  readonly per: number;
  /** Whether it may be left empty. */
  readonly isOptional: boolean;
}

/** Loads that are as they are until something else is done. */
const endless: readonly string[] = ['steady', 'points'];

const seconds = { per: 1 / 1000, isOptional: false };

export interface OpenedBlock {
  /** As it was when its form was opened. */
  readonly before: Happening;
  /** Whether it is an event of the document, and not a command of the user's. */
  readonly isEvent: boolean;
  /** The arrival rate of the document, per second. */
  readonly stated: number | null;
}

export function draftFields(lane: LaneId, draft: BlockDraft, opened: OpenedBlock): DraftField[] {
  const from: DraftField = { ...seconds, id: 'from', key: 'lanes.form.from', paths: ['atMs'] };
  return [...subjectFields(lane, draft, opened), from, ...endField(lane, draft, opened.before)];
}

function endField(lane: LaneId, { kind }: BlockDraft, before: Happening): DraftField[] {
  if (lane === 'load' && isShapeKind(kind)) {
    const key = `lanes.form.until.${kind}` as const;
    return [{ ...seconds, id: 'until', key, paths: ['over', 'atMs'] }];
  }
  if (!canEnd(before) || endless.includes(kind)) return [];
  const key = lane === 'releases' ? 'lanes.form.rollback' : 'lanes.form.until';
  return [{ ...seconds, id: 'until', key, paths: ['untilMs', 'rollbackAtMs'], isOptional: true }];
}

function subjectFields(lane: LaneId, { kind }: BlockDraft, opened: OpenedBlock): DraftField[] {
  const plain = { per: 1, isOptional: false };
  switch (lane) {
    case 'faults':
    case 'releases': {
      if (!hasAmount(kind)) return [];
      const { field, per } = faultAmounts[kind];
      const key = `lanes.form.${kind}.amount` as const;
      return [{ id: 'amount', key, paths: [field, `fault.${field}`], per, isOptional: false }];
    }
    case 'load':
      return loadFields(kind, opened.stated ?? 1);
    case 'scaling':
      return scaleFields(opened).map((field) => ({ ...plain, ...field, paths: [field.id] }));
    case 'policies': {
      const optional = { per: 1, isOptional: true };
      return [
        { ...optional, id: 'timeoutMs', key: 'lanes.form.timeout', paths: ['policy.timeoutMs'] },
        { ...optional, id: 'retries', key: 'lanes.form.retries', paths: ['policy.retries.max'] },
      ];
    }
  }
}

function loadFields(kind: string, stated: number): DraftField[] {
  if (endless.includes(kind)) return [];
  const amount = { id: 'amount', per: 1, isOptional: false } as const;
  if (kind === 'factor') return [{ ...amount, key: 'lanes.form.factor', paths: ['load.factor'] }];
  if (!isShapeKind(kind)) {
    return [{ ...amount, key: 'lanes.form.rate', paths: ['load.arrivalRatePerSecond'] }];
  }
  const shaped = { per: stated, paths: ['factor'], isOptional: false };
  const peak: DraftField = { ...shaped, id: 'amount', key: 'lanes.form.peak' };
  return kind === 'daily' ? [peak, { ...shaped, id: 'low', key: 'lanes.form.low' }] : [peak];
}

/** A command says one of the two; an event of the document says replicas, and may say both. */
export function scaleFields({
  before,
  isEvent,
}: OpenedBlock): { id: 'replicas' | 'concurrency'; key: FieldKey; isOptional?: boolean }[] {
  const replicas = { id: 'replicas', key: 'lanes.form.replicas' } as const;
  const concurrency = { id: 'concurrency', key: 'lanes.form.concurrency' } as const;
  if (!('replicas' in before)) return [concurrency];
  return isEvent ? [replicas, { ...concurrency, isOptional: true }] : [replicas];
}
