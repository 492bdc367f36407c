/**
 * Makes spans of what a trace log has noted. The rows of a thread follow each
 * other without gaps, so each is the end of what the one before began; an
 * operation in the same process is over when its thread has passed its last
 * instruction.
 */
import type { Cut } from '../../architecture/cut';
import type { ArchitectureDocument } from '../../architecture/document';
import type { EngineState } from '../engine/engine-state';
import { Op } from '../engine/program';
import { failureCauses } from '../run-result';
import type { RequestStory, SpanOutcome } from '../span';
import { finished, markInVain, StorySpans } from './story-spans';
import {
  degradedOutcome,
  ThreadField,
  ThreadKind,
  type TracedRun,
  type TraceLog,
  TraceRow,
  TraceStep,
  threadFields,
  traceRowFields,
} from './trace-log';
import {
  close,
  endPart,
  endVisit,
  innermost,
  leaveOperations,
  type OpenSpan,
  startPart,
  stopWaiting,
  type Thread,
} from './trace-thread';

/** The stories of all chosen requests so far, in the order in which they came. */
export function storiesOf({ state, log, document, cut }: TracedRun): RequestStory[] {
  const reading = new Reading(state, document, cut);
  for (let at = 0; at < log.rows.length; at += traceRowFields) reading.row(log, at);
  return reading.stories();
}

class Reading {
  private readonly threads: Thread[] = [];
  private readonly made: StorySpans;

  constructor(
    private readonly s: EngineState,
    private readonly document: ArchitectureDocument,
    private readonly cut: Cut,
  ) {
    this.made = new StorySpans(s, document, cut);
  }

  stories(): RequestStory[] {
    const roots = this.threads.filter(({ kind }) => kind === ThreadKind.request);
    return roots.flatMap(({ spans, journey, number }) => {
      if (spans.length === 0) return [];
      for (const span of spans) if (span.isOpen) close(span, this.s.nowMs, null);
      markInVain(spans);
      const [root] = spans;
      return [
        {
          deploymentId: this.cut.deployment.id,
          journeyId: this.document.journeys[journey].id,
          requestNumber: number,
          outcome: root.outcome,
          startMs: root.startMs,
          endMs: root.endMs,
          spans: spans.map(finished),
        },
      ];
    });
  }

  row({ rows, threads }: TraceLog, at: number): void {
    const timeMs = rows[at + TraceRow.timeMs];
    const index = rows[at + TraceRow.thread];
    const step = rows[at + TraceRow.step];
    const place = rows[at + TraceRow.place];
    const detail = rows[at + TraceRow.detail];
    if (step === TraceStep.begun) {
      this.begin(threads, index, timeMs);
      return;
    }
    const thread = this.threads[index];
    if (step === TraceStep.heard) {
      this.heard(thread, timeMs, detail);
      return;
    }
    endPart(thread, timeMs);
    if (place >= 0) leaveOperations(thread, place, timeMs);
    this.step(thread, step, place, detail, timeMs);
  }

  private begin(columns: readonly number[], index: number, timeMs: number): void {
    const at = index * threadFields;
    const parentIndex = columns[at + ThreadField.parent];
    const parent = parentIndex < 0 ? null : this.threads[parentIndex];
    const kind = columns[at + ThreadField.kind];
    const thread: Thread = {
      kind,
      parent,
      entry: columns[at + ThreadField.entry],
      journey: columns[at + ThreadField.journey],
      number: columns[at + ThreadField.number],
      spans: parent?.spans ?? [],
      call: null,
      base: null,
      operations: [],
      attempt: null,
      sent: [],
      copies: 0,
      part: null,
    };
    this.threads[index] = thread;
    if (parent === null) return;
    if (kind === ThreadKind.attempt) this.beginAttempt(thread, parent, timeMs);
    else if (kind === ThreadKind.branch) {
      const { unitId, replica, moduleId, operationId } = innermost(parent);
      const place = { unitId, replica, moduleId, operationId };
      thread.base = this.made.open(thread, 'branch', innermost(parent), timeMs, place);
    } else if (kind === ThreadKind.message) {
      thread.base = this.made.open(thread, 'message', innermost(parent), timeMs, {
        ...this.made.operationOf(thread.entry),
        unitId: this.made.brokerOf(thread.entry),
        replica: null,
      });
    }
  }

  /** The call that was prepared is on its way. */
  private beginAttempt(thread: Thread, parent: Thread, timeMs: number): void {
    const caller = parent.kind === ThreadKind.hedge ? (parent.parent as Thread) : parent;
    thread.call = parent.attempt ?? this.openCall(parent, thread.entry, timeMs, 0);
    parent.attempt = null;
    caller.sent.push(thread.call);
    startPart(thread, thread.call, 'network', timeMs);
  }

  private openCall(thread: Thread, entry: number, timeMs: number, retries: number): OpenSpan {
    const isHedge = thread.kind === ThreadKind.hedge;
    const caller = isHedge ? (thread.parent as Thread) : thread;
    const around = innermost(caller);
    const call = this.made.open(thread, 'call', around, timeMs, {
      ...this.made.operationOf(entry),
      unitId: around.unitId,
      replica: around.replica,
    });
    call.isHedge = isHedge;
    call.attempt = retries + 1;
    if (isHedge) call.attempt = ++thread.copies + 1;
    else if (thread.kind === ThreadKind.message) call.attempt = ++thread.copies;
    return call;
  }

  private step(thread: Thread, step: number, place: number, detail: number, timeMs: number): void {
    const { op, a } = this.s.program;
    switch (step) {
      case TraceStep.reached:
        thread.base = this.made.open(thread, 'visit', thread.call, timeMs, {
          ...this.made.operationOf(thread.entry),
          unitId: this.cut.units[this.s.program.entryUnit[thread.entry]].id,
          replica: detail > 0 ? detail : null,
        });
        return;
      case TraceStep.slotQueue:
        startPart(thread, innermost(thread), 'slot', timeMs);
        return;
      case TraceStep.operation:
        // The first one of a visit is what it came for.
        if (a[place] >= 0 && thread.base !== null) this.enter(thread, place, timeMs);
        return;
      case TraceStep.coreQueue:
      case TraceStep.core: {
        const isWork = op[place] === Op.work;
        const isCall = !isWork && (thread.attempt !== null || thread.kind === ThreadKind.hedge);
        if (isCall) thread.attempt ??= this.openCall(thread, thread.entry, timeMs, 0);
        const kind = step === TraceStep.coreQueue ? 'core' : isWork ? 'cpu' : 'serialization';
        startPart(thread, (isCall && thread.attempt) || innermost(thread), kind, timeMs);
        return;
      }
      case TraceStep.wait:
        startPart(thread, innermost(thread), 'wait', timeMs);
        return;
      case TraceStep.attempt:
        thread.attempt = this.openCall(thread, a[place], timeMs, detail);
        return;
      case TraceStep.bulkheadQueue:
        if (thread.attempt) startPart(thread, thread.attempt, 'bulkhead', timeMs);
        return;
      case TraceStep.refused:
        if (thread.attempt) close(thread.attempt, timeMs, outcomeOf(detail));
        thread.attempt = null;
        return;
      case TraceStep.pause:
        startPart(thread, innermost(thread), 'pause', timeMs);
        return;
      case TraceStep.fallback:
        for (const { span } of thread.operations) span.isDegraded = true;
        return;
      case TraceStep.answered:
        endVisit(thread, timeMs, outcomeOf(detail));
        if (thread.call?.isOpen) {
          startPart(thread, thread.call, 'network', timeMs);
        }
        return;
      case TraceStep.over:
        endVisit(thread, timeMs, null);
        return;
    }
  }

  private enter(thread: Thread, place: number, timeMs: number): void {
    const { module, operationId, operationEnd } = this.s.program;
    const around = innermost(thread);
    const span = this.made.open(thread, 'operation', around, timeMs, {
      moduleId: this.document.modules[module[place]].id,
      operationId: operationId[place],
      unitId: around.unitId,
      replica: around.replica,
    });
    thread.operations.push({ span, end: operationEnd[place] });
  }

  /** The caller of an attempt stops waiting for it; of a message, the broker. */
  private heard(thread: Thread, timeMs: number, detail: number): void {
    const { call } = thread;
    if (call === null) return;
    if (thread.part?.span === call) endPart(thread, timeMs);
    const outcome = outcomeOf(detail);
    if (call.isOpen) close(call, timeMs, outcome);
    const caller = thread.parent?.kind === ThreadKind.hedge ? thread.parent.parent : thread.parent;
    if (!caller) return;
    caller.sent = caller.sent.filter((each) => each !== call);
    if (outcome !== 'ok' && outcome !== 'degraded') return;
    // Whoever has an answer does not wait for the other copies.
    stopWaiting(caller, timeMs);
    if (caller.kind === ThreadKind.message) endVisit(caller, timeMs, outcome);
  }
}

function outcomeOf(detail: number): SpanOutcome {
  if (detail === degradedOutcome) return 'degraded';
  return detail === 0 ? 'ok' : failureCauses[detail - 1];
}
