/** What is typed about a block, as text, and what it says once it is read. */
import type { TimelineEvent } from '../../architecture/document';
import type { Policy } from '../../architecture/policy';
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

/** What is tried first of each. */
export const firstAmounts: Readonly<Record<DraftFaultKind, string>> = {
  crash: '',
  slow: '10',
  errors: '50',
  leak: '20',
  hog: '0.5',
  latency: '200',
  loss: '10',
  partition: '',
};

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
): BlockDraft {
  if ('pattern' in happening) return draftOfPattern(happening, stated ?? 0);
  const untilMs = endOf(happening);
  const place = deploymentId === null ? '' : `${deploymentId}/`;
  return {
    ...blank,
    from: secondsOf(happening.atMs),
    until: untilMs === null ? '' : secondsOf(untilMs),
    ...subjectOf(happening, place),
  };
}

type Patterned = Extract<Happening, { pattern: unknown }>;

function draftOfPattern({ atMs, pattern }: Patterned, stated: number): BlockDraft {
  const { kind, fromMs, untilMs, peak, low } = patternDraftOf(pattern, atMs, stated);
  return {
    ...blank,
    kind,
    from: secondsOf(fromMs),
    until: secondsOf(untilMs),
    amount: String(peak),
    low: String(low),
  };
}

function subjectOf(happening: Exclude<Happening, Patterned>, place: string): Partial<BlockDraft> {
  if ('release' in happening) {
    const { release, strategy, fault } = happening;
    return { target: `module:${release}`, strategy, ...faultOf(fault?.kind ?? 'none', fault) };
  }
  if ('scale' in happening) {
    const { scale, ...amounts } = happening as Record<string, unknown>;
    const written = (value: unknown) => (value === undefined ? '' : String(value));
    return {
      target: `${place}unit:${scale}`,
      replicas: written(amounts.replicas),
      concurrency: written(amounts.concurrency),
    };
  }
  if ('policy' in happening) {
    const { caller, callee, timeoutMs, retries, circuitBreaker } = happening.policy;
    return {
      target: `${place}call:${caller}:${callee}`,
      timeoutMs: timeoutMs === undefined ? '' : String(timeoutMs),
      retries: retries === undefined ? '' : String(retries.max),
      hasBreaker: circuitBreaker !== undefined,
    };
  }
  if ('load' in happening) {
    const { load } = happening;
    return 'factor' in load
      ? { kind: 'factor', amount: String(load.factor) }
      : { kind: 'rate', amount: String(load.arrivalRatePerSecond) };
  }
  return { target: place + struckOf(happening), ...faultOf(happening.fault, happening) };
}

function struckOf(event: Extract<TimelineEvent, { fault: string }>): string {
  if ('link' in event) return `call:${event.link.join(':')}`;
  if ('module' in event && event.module !== undefined) return `module:${event.module}`;
  if ('replica' in event && event.replica !== undefined) {
    return `replica:${event.replica.unit}:${event.replica.number}`;
  }
  return `unit:${'unit' in event ? event.unit : ''}`;
}

function faultOf(kind: string, fault: object | undefined): Partial<BlockDraft> {
  const written = faultAmounts[kind as DraftFaultKind] ?? null;
  if (written === null) return { kind };
  const value = Number((fault as Record<string, unknown>)[written.field]) * written.per;
  return { kind, amount: String(Number(value.toPrecision(12))) };
}

const secondsOf = (ms: number) => String(ms / 1000);

/** A number as it is typed, with a comma or a point; NaN for none. */
function typed(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
}

/** Milliseconds of typed seconds; to the millisecond, which is what a document knows. */
function typedMs(text: string): number {
  return Math.round(typed(text) * 1000);
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
): { happening: Happening; deploymentId: string | null } {
  if (lane === 'load' && draft.kind !== 'rate' && draft.kind !== 'factor') {
    return { happening: patternedOf(draft, before, stated ?? 0), deploymentId: null };
  }
  const slash = draft.target.indexOf('/');
  const deploymentId = slash < 0 ? null : draft.target.slice(0, slash);
  const target = draft.target.slice(slash + 1).split(':');
  const what = draftedIn(
    lane,
    draft,
    target,
    before !== null && laneOf(before) === lane ? before : null,
  );
  const untilMs = draft.until.trim() === '' ? null : typedMs(draft.until);
  return {
    happening: at(what, typedMs(draft.from), canEnd(what) ? untilMs : null),
    deploymentId,
  };
}

function patternedOf(draft: BlockDraft, before: Happening | null, stated: number): Happening {
  const kind = draft.kind as PatternDraft['kind'];
  const fromMs = typedMs(draft.from);
  const [peak, low] = [typed(draft.amount), typed(draft.low)];
  const points = before !== null && 'pattern' in before ? before.pattern : [];
  const typedDraft = { kind, fromMs, untilMs: typedMs(draft.until), peak, low };
  return { atMs: fromMs, pattern: patternOfDraft(typedDraft, stated, points) };
}

function draftedIn(
  lane: LaneId,
  draft: BlockDraft,
  [kind, id, other]: readonly string[],
  before: Happening | null,
): Happening {
  switch (lane) {
    case 'faults': {
      const target =
        kind === 'call'
          ? { link: [id, other] }
          : kind === 'replica'
            ? { replica: { unit: id, number: Number(other) } }
            : { [kind]: id };
      return { atMs: 0, fault: draft.kind, ...target, ...amountOf(draft) } as unknown as Happening;
    }
    case 'load': {
      const amount = typed(draft.amount);
      const load = draft.kind === 'factor' ? { factor: amount } : { arrivalRatePerSecond: amount };
      return { atMs: 0, load };
    }
    case 'scaling': {
      const amounts = {
        ...(draft.replicas.trim() === '' ? {} : { replicas: typed(draft.replicas) }),
        ...(draft.concurrency.trim() === '' ? {} : { concurrency: typed(draft.concurrency) }),
      };
      return { atMs: 0, scale: id, ...amounts } as Happening;
    }
    case 'releases': {
      const fault =
        draft.kind === 'none' ? {} : { fault: { kind: draft.kind, ...amountOf(draft) } };
      return { atMs: 0, release: id, strategy: draft.strategy, ...fault } as unknown as Happening;
    }
    case 'policies': {
      const policy = before !== null && 'policy' in before ? before.policy : null;
      return { atMs: 0, policy: policyOf(draft, id, other, policy) };
    }
  }
}

function amountOf({ kind, amount }: BlockDraft): object {
  const written = faultAmounts[kind as DraftFaultKind] ?? null;
  return written === null ? {} : { [written.field]: typed(amount) / written.per };
}

function policyOf(
  draft: BlockDraft,
  caller: string,
  callee: string,
  before: Policy | null,
): Policy {
  const { timeoutMs, retries, circuitBreaker, ...others } = before ?? { cancel: false };
  const timeout = draft.timeoutMs.trim();
  const count = draft.retries.trim();
  return {
    ...others,
    caller,
    callee,
    ...(timeout === '' ? {} : { timeoutMs: typed(timeout) }),
    ...(count === '' || count === '0'
      ? {}
      : { retries: { ...firstRetries, ...retries, max: typed(count) } }),
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
