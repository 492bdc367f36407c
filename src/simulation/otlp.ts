/**
 * Stories of requests as OTLP JSON, which Jaeger and its like open. The form is
 * that of the OpenTelemetry protocol's JSON encoding: names in lowerCamelCase,
 * ids as hexadecimal digits, enumerations as numbers, 64-bit integers as
 * strings. https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
import { type PartKind, partKinds, type RequestStory, type Span, timeIn } from './span';

/** A simulated run has no date: its time 0 is shown as this instant, 1 January 2025. */
const startUnixMs = 1_735_689_600_000;

const SpanKindNumber = { internal: 1, server: 2, client: 3, producer: 4 } as const;
const kindNumbers = {
  visit: SpanKindNumber.server,
  operation: SpanKindNumber.internal,
  branch: SpanKindNumber.internal,
  call: SpanKindNumber.client,
  message: SpanKindNumber.producer,
} as const;

const StatusCode = { unset: 0, ok: 1, error: 2 } as const;

type AttributeValue =
  | { stringValue: string }
  | { boolValue: boolean }
  | { intValue: string }
  | { doubleValue: number };

interface Attribute {
  key: string;
  value: AttributeValue;
}

interface OtlpSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: Attribute[];
  status: { code: number; message?: string };
}

/** A message of the protocol's type TracesData. */
export interface OtlpTraces {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: { scope: { name: string }; spans: OtlpSpan[] }[];
  }[];
}

export interface OtlpSource {
  documentId: string;
  seed: number;
}

/** One resource for each unit that a story passes; the same stories give the same bytes. */
export function otlpOf(stories: readonly RequestStory[], source: OtlpSource): OtlpTraces {
  const byUnit = new Map<string, { story: RequestStory; spans: OtlpSpan[] }>();
  for (const story of stories) {
    const traceId = traceIdOf(story, source);
    for (const span of story.spans) {
      const key = `${story.deploymentId} ${span.unitId}`;
      const known = byUnit.get(key) ?? { story, spans: [] };
      byUnit.set(key, known);
      known.spans.push(otlpSpan(story, span, traceId));
    }
  }
  return {
    resourceSpans: [...byUnit].map(([key, { story, spans }]) => ({
      resource: {
        attributes: [
          text('service.name', key.slice(story.deploymentId.length + 1)),
          text('service.namespace', source.documentId),
          text('deployment.environment.name', story.deploymentId),
        ],
      },
      scopeSpans: [{ scope: { name: 'faultline' }, spans }],
    })),
  };
}

function otlpSpan(story: RequestStory, span: Span, traceId: string): OtlpSpan {
  const { id, parentId, outcome } = span;
  const isGood = outcome === 'ok' || outcome === 'degraded';
  const status = isGood
    ? { code: StatusCode.ok }
    : outcome === null
      ? { code: StatusCode.unset }
      : { code: StatusCode.error, message: outcome };
  return {
    traceId,
    spanId: spanIdOf(traceId, id),
    ...(parentId === null ? {} : { parentSpanId: spanIdOf(traceId, parentId) }),
    name: `${span.moduleId}.${span.operationId}`,
    kind: kindNumbers[span.kind],
    startTimeUnixNano: unixNano(span.startMs),
    endTimeUnixNano: unixNano(span.endMs),
    attributes: attributesOf(story, span),
    status,
  };
}

function attributesOf(story: RequestStory, span: Span): Attribute[] {
  const attributes: Attribute[] = [
    text('faultline.span', span.kind),
    text('faultline.module', span.moduleId),
    text('faultline.outcome', span.outcome ?? 'unheard'),
  ];
  if (span.parentId === null) {
    attributes.push(text('faultline.journey', story.journeyId));
    attributes.push(integer('faultline.request', story.requestNumber));
  }
  if (span.replica !== null) attributes.push(integer('faultline.replica', span.replica));
  if (span.kind === 'call') {
    attributes.push(integer('faultline.attempt', span.attempt));
    attributes.push({ key: 'faultline.hedge', value: { boolValue: span.isHedge } });
  }
  for (const kind of partKinds) {
    const ms = timeIn(span, (each) => each === kind);
    if (ms > 0) attributes.push({ key: partKeys[kind], value: { doubleValue: ms } });
  }
  if (span.inVainFromMs !== null) {
    const ms = span.endMs - span.inVainFromMs;
    attributes.push({ key: 'faultline.in_vain_ms', value: { doubleValue: ms } });
  }
  return attributes;
}

const partKeys: Readonly<Record<PartKind, string>> = {
  slot: 'faultline.wait.slot_ms',
  core: 'faultline.wait.core_ms',
  bulkhead: 'faultline.wait.bulkhead_ms',
  pause: 'faultline.wait.backoff_ms',
  network: 'faultline.network_ms',
  serialization: 'faultline.serialization_cpu_ms',
  cpu: 'faultline.service.cpu_ms',
  wait: 'faultline.service.wait_ms',
};

function text(key: string, stringValue: string): Attribute {
  return { key, value: { stringValue } };
}

function integer(key: string, value: number): Attribute {
  return { key, value: { intValue: String(value) } };
}

function unixNano(ms: number): string {
  return String(BigInt(startUnixMs) * 1_000_000n + BigInt(Math.round(ms * 1e6)));
}

/** 32 hexadecimal digits; the same customer has another trace in another deployment. */
function traceIdOf(story: RequestStory, { documentId, seed }: OtlpSource): string {
  const name = [documentId, seed, story.deploymentId, story.journeyId, story.requestNumber];
  const key = name.join('/');
  return [1, 2, 3, 4].map((salt) => hex(hashOf(key, salt))).join('');
}

/** 16 hexadecimal digits, never all 0. */
function spanIdOf(traceId: string, id: number): string {
  return hex(hashOf(traceId, 5)) + hex(id + 1);
}

/** FNV-1a, with a last mix as MurmurHash3 has it. */
function hashOf(key: string, salt: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1);
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
