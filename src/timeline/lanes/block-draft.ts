/** What is typed about a block, as text, and what it says once it is read. */
import type { TimelineEvent } from '../../architecture/document';
import type { Policy } from '../../architecture/policy';
import type { NumberWriting } from '../../i18n/number-writing';
import { at, canEnd, endOf, type Happening, type LaneId, laneOf } from './happening';
import { type PatternDraft, patternDraftOf, patternOfDraft } from './pattern-draft';

/** Every field is what stands in its input; which of them count depends on the rest. */
export interface BlockDraft {
  /** Seconds. */
  readonly from: string;
  /** Seconds; empty where it lasts. */
  readonly until: string;
  /** The kind of a fault or of what is wrong with a release; `rate`, `factor` or the shape of a load. */
  readonly kind: string;
  /** `module:id`, `unit:id`, `replica:unit:number`, `call:caller:callee`; of a deployment with `deployment/` before. */
  readonly target: string;
  readonly amount: string;
  /** The rate at night, of a load that comes and goes by the day. */
  readonly low: string;
  readonly replicas: string;
  readonly concurrency: string;
  readonly strategy: string;
  readonly timeoutMs: string;
  readonly retries: string;
  readonly hasBreaker: boolean;
}

/** How an amount is written, by the kind of a fault: its field, and how many of what is typed make one of the document's. */
export const faultAmounts = {
  crash: null,
  slow: { field: 'factor', per: 1 },
  errors: { field: 'rate', per: 100 },
  leak: { field: 'mibPerSecond', per: 1 },
  hog: { field: 'cores', per: 1 },
  latency: { field: 'addMs', per: 1 },
  loss: { field: 'rate', per: 100 },
  partition: null,
} as const;

export type DraftFaultKind = keyof typeof faultAmounts;

/** Those that have a strength. */
export type AmountKind = Exclude<DraftFaultKind, 'crash' | 'partition'>;

export const linkFaultKinds: readonly string[] = ['latency', 'loss', 'partition'];

/** What is tried first of each that has a strength. */
const firstAmounts: Readonly<Record<AmountKind, number>> = {
  slow: 10,
  errors: 50,
  leak: 20,
  hog: 0.5,
  latency: 200,
  loss: 10,
};

export function hasAmount(kind: string): kind is AmountKind {
  return (faultAmounts[kind as DraftFaultKind] ?? null) !== null;
}

/** What stands there first of a fault of this kind. */
export function firstAmount(kind: string, { write }: NumberWriting): string {
  return hasAmount(kind) ? write(firstAmounts[kind]) : '';
}

const blank: BlockDraft = {
  from: '0',
  until: '',
  kind: '',
  target: '',
  amount: '',
  low: '',
  replicas: '',
  concurrency: '',
  strategy: 'rolling',
  timeoutMs: '',
  retries: '',
  hasBreaker: false,
};

/** `stated`: the arrival rate of the document, per second; `null` where it has none. */
export function draftOf(
  happening: Happening,
  deploymentId: string | null,
  stated: number | null,
  writing: NumberWriting,
): BlockDraft {
  const { write } = writing;
  if ('pattern' in happening) return draftOfPattern(happening, stated ?? 0, writing);
  const untilMs = endOf(happening);
  const place = deploymentId === null ? '' : `${deploymentId}/`;
  return {
    ...blank,
    from: write(happening.atMs / 1000),
    until: untilMs === null ? '' : write(untilMs / 1000),
    ...subjectOf(happening, place, writing),
  };
}

type Patterned = Extract<Happening, { pattern: unknown }>;

function draftOfPattern(
  { atMs, pattern }: Patterned,
  stated: number,
  { write }: NumberWriting,
): BlockDraft {
  const { kind, fromMs, untilMs, peak, low } = patternDraftOf(pattern, atMs, stated);
  return {
    ...blank,
    kind,
    from: write(fromMs / 1000),
    until: write(untilMs / 1000),
    amount: write(peak),
    low: write(low),
  };
}

function subjectOf(
  happening: Exclude<Happening, Patterned>,
  place: string,
  writing: NumberWriting,
): Partial<BlockDraft> {
  const written = (value: number | undefined) => (value === undefined ? '' : writing.write(value));
  if ('release' in happening) {
    const { release, strategy, fault } = happening;
    return {
      target: `module:${release}`,
      strategy,
      ...faultOf(fault?.kind ?? 'none', fault, writing),
    };
  }
  if ('scale' in happening) {
    return {
      target: `${place}unit:${happening.scale}`,
      replicas: written('replicas' in happening ? happening.replicas : undefined),
      concurrency: written(happening.concurrency),
    };
  }
  if ('policy' in happening) {
    const { caller, callee, timeoutMs, retries, circuitBreaker } = happening.policy;
    return {
      target: `${place}call:${caller}:${callee}`,
      timeoutMs: written(timeoutMs),
      retries: written(retries?.max),
      hasBreaker: circuitBreaker !== undefined,
    };
  }
  if ('load' in happening) {
    const { load } = happening;
    return 'factor' in load
      ? { kind: 'factor', amount: written(load.factor) }
      : { kind: 'rate', amount: written(load.arrivalRatePerSecond) };
  }
  return { target: place + struckOf(happening), ...faultOf(happening.fault, happening, writing) };
}

function struckOf(event: Extract<TimelineEvent, { fault: string }>): string {
  if ('link' in event) return `call:${event.link.join(':')}`;
  if ('module' in event && event.module !== undefined) return `module:${event.module}`;
  if ('replica' in event && event.replica !== undefined) {
    return `replica:${event.replica.unit}:${event.replica.number}`;
  }
  return `unit:${'unit' in event ? event.unit : ''}`;
}

function faultOf(
  kind: string,
  fault: object | undefined,
  { write }: NumberWriting,
): Partial<BlockDraft> {
  if (!hasAmount(kind)) return { kind };
  const { field, per } = faultAmounts[kind];
  return { kind, amount: write(Number((fault as Record<string, unknown>)[field]) * per) };
}

/** Reads what is typed; NaN for what is not a number. */
interface Reading {
  number(text: string): number;
  /** Of seconds; to the millisecond, which is what a document knows. */
  ms(text: string): number;
}

function readingOf({ read }: NumberWriting): Reading {
  const number = (text: string) => read(text) ?? Number.NaN;
  return { number, ms: (text) => Math.round(number(text) * 1000) };
}

/**
 * What the draft says. It need not be right: whoever takes it has it checked
 * by the document's schema. `before` keeps what the draft has no field for.
 */
export function happeningOf(
  draft: BlockDraft,
  lane: LaneId,
  before: Happening | null,
  stated: number | null,
  writing: NumberWriting,
): { happening: Happening; deploymentId: string | null } {
  const read = readingOf(writing);
  if (lane === 'load' && draft.kind !== 'rate' && draft.kind !== 'factor') {
    return { happening: patternedOf(draft, before, stated ?? 0, read), deploymentId: null };
  }
  const slash = draft.target.indexOf('/');
  const deploymentId = slash < 0 ? null : draft.target.slice(0, slash);
  const target = draft.target.slice(slash + 1).split(':');
  const what = draftedIn(
    lane,
    draft,
    target,
    before !== null && laneOf(before) === lane ? before : null,
    read,
  );
  const untilMs = draft.until.trim() === '' ? null : read.ms(draft.until);
  return {
    happening: at(what, read.ms(draft.from), canEnd(what) ? untilMs : null),
    deploymentId,
  };
}

function patternedOf(
  draft: BlockDraft,
  before: Happening | null,
  stated: number,
  { number, ms }: Reading,
): Happening {
  const kind = draft.kind as PatternDraft['kind'];
  const fromMs = ms(draft.from);
  const [peak, low] = [number(draft.amount), number(draft.low)];
  const points = before !== null && 'pattern' in before ? before.pattern : [];
  const typedDraft = { kind, fromMs, untilMs: ms(draft.until), peak, low };
  return { atMs: fromMs, pattern: patternOfDraft(typedDraft, stated, points) };
}

function draftedIn(
  lane: LaneId,
  draft: BlockDraft,
  [kind, id, other]: readonly string[],
  before: Happening | null,
  read: Reading,
): Happening {
  switch (lane) {
    case 'faults': {
      const target =
        kind === 'call'
          ? { link: [id, other] }
          : kind === 'replica'
            ? { replica: { unit: id, number: Number(other) } }
            : { [kind]: id };
      return {
        atMs: 0,
        fault: draft.kind,
        ...target,
        ...amountOf(draft, read),
      } as unknown as Happening;
    }
    case 'load': {
      const amount = read.number(draft.amount);
      const load = draft.kind === 'factor' ? { factor: amount } : { arrivalRatePerSecond: amount };
      return { atMs: 0, load };
    }
    case 'scaling': {
      const amounts = {
        ...(draft.replicas.trim() === '' ? {} : { replicas: read.number(draft.replicas) }),
        ...(draft.concurrency.trim() === '' ? {} : { concurrency: read.number(draft.concurrency) }),
      };
      return { atMs: 0, scale: id, ...amounts } as Happening;
    }
    case 'releases': {
      const fault =
        draft.kind === 'none' ? {} : { fault: { kind: draft.kind, ...amountOf(draft, read) } };
      return { atMs: 0, release: id, strategy: draft.strategy, ...fault } as unknown as Happening;
    }
    case 'policies': {
      const policy = before !== null && 'policy' in before ? before.policy : null;
      return { atMs: 0, policy: policyOf(draft, id, other, policy, read) };
    }
  }
}

function amountOf({ kind, amount }: BlockDraft, { number }: Reading): object {
  if (!hasAmount(kind)) return {};
  const { field, per } = faultAmounts[kind];
  return { [field]: number(amount) / per };
}

function policyOf(
  draft: BlockDraft,
  caller: string,
  callee: string,
  before: Policy | null,
  { number }: Reading,
): Policy {
  const { timeoutMs, retries, circuitBreaker, ...others } = before ?? { cancel: false };
  const timeout = draft.timeoutMs.trim();
  const count = draft.retries.trim();
  return {
    ...others,
    caller,
    callee,
    ...(timeout === '' ? {} : { timeoutMs: number(timeout) }),
    ...(count === '' || count === '0'
      ? {}
      : { retries: { ...firstRetries, ...retries, max: number(count) } }),
    ...(draft.hasBreaker ? { circuitBreaker: circuitBreaker ?? firstBreaker } : {}),
  };
}

/** The document's own defaults. */
const firstRetries = { max: 1, backoffMs: 100, factor: 2, jitter: 'full' } as const;
const firstBreaker = {
  failureRate: 0.5,
  windowMs: 10_000,
  minimumCalls: 20,
  openMs: 10_000,
  halfOpenProbes: 5,
};
