/**
 * Spans as they are opened while a story is read: where an operation, a visit
 * or a message is, and what becomes of the spans when the story has been read.
 */
import type { Cut } from '../../architecture/cut';
import type { ArchitectureDocument } from '../../architecture/document';
import type { EngineState } from '../engine/engine-state';
import { Op } from '../engine/program';
import type { Span, SpanKind } from '../span';
import type { OpenSpan, Thread } from './trace-thread';

export class StorySpans {
  constructor(
    private readonly s: EngineState,
    private readonly document: ArchitectureDocument,
    private readonly cut: Cut,
  ) {}

  operationOf(entry: number): Pick<OpenSpan, 'moduleId' | 'operationId'> {
    const { entryPc, op, module, operationId } = this.s.program;
    let place = entryPc[entry];
    while (op[place] !== Op.enter) place++;
    const moduleId = this.document.modules[module[place]].id;
    return { moduleId, operationId: operationId[place] };
  }

  brokerOf(entry: number): string {
    const { entryEdge } = this.s.program;
    return this.cut.units[this.s.setup.edgeCallerUnit[entryEdge[entry]]].id;
  }

  open(
    thread: Thread,
    kind: SpanKind,
    parent: OpenSpan | null,
    startMs: number,
    place: Pick<OpenSpan, 'moduleId' | 'operationId' | 'unitId' | 'replica'>,
  ): OpenSpan {
    const span: OpenSpan = {
      id: thread.spans.length,
      parentId: parent?.id ?? null,
      kind,
      ...place,
      startMs,
      endMs: startMs,
      parts: [],
      outcome: null,
      attempt: 1,
      isHedge: false,
      inVainFromMs: null,
      isOpen: true,
      isDegraded: false,
    };
    thread.spans.push(span);
    return span;
  }
}

/** Parents stand before their children. Nobody waits for what outlasts its call, nor for what that sets going. */
export function markInVain(spans: readonly OpenSpan[]): void {
  const limitMs: number[] = [];
  for (const span of spans) {
    const parent = span.parentId === null ? null : spans[span.parentId];
    const inherited = parent === null ? Number.POSITIVE_INFINITY : limitMs[parent.id];
    const isUnheard = parent?.kind === 'call' && span.endMs > parent.endMs;
    const limit = isUnheard ? Math.min(inherited, parent.endMs) : inherited;
    limitMs[span.id] = span.kind === 'message' ? Number.POSITIVE_INFINITY : limit;
    if (span.kind !== 'message' && limit < span.endMs) {
      span.inVainFromMs = Math.max(limit, span.startMs);
    }
  }
}

export function finished({ isOpen: _, isDegraded: __, ...span }: OpenSpan): Span {
  return span;
}
