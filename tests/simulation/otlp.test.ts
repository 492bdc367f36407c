import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { Simulation } from '../../src/simulation/engine/simulation';
import { storiesOf } from '../../src/simulation/measurement/request-stories';
import { TraceLog } from '../../src/simulation/measurement/trace-log';
import { otlpOf } from '../../src/simulation/otlp';
import type { RequestStory } from '../../src/simulation/span';

/** TracesData of opentelemetry-proto v1, as the OTLP specification encodes it in JSON; nothing else is allowed in it. */
const nanoseconds = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
const attribute = v.strictObject({
  key: v.pipe(v.string(), v.nonEmpty()),
  value: v.union([
    v.strictObject({ stringValue: v.string() }),
    v.strictObject({ boolValue: v.boolean() }),
    v.strictObject({ intValue: v.pipe(v.string(), v.regex(/^-?\d+$/)) }),
    v.strictObject({ doubleValue: v.pipe(v.number(), v.finite()) }),
  ]),
});
const attributes = v.array(attribute);
const spanId = v.pipe(v.string(), v.regex(/^(?!0{16})[0-9a-f]{16}$/));
const span = v.strictObject({
  traceId: v.pipe(v.string(), v.regex(/^(?!0{32})[0-9a-f]{32}$/)),
  spanId,
  parentSpanId: v.optional(spanId),
  name: v.pipe(v.string(), v.nonEmpty()),
  // SPAN_KIND_INTERNAL to SPAN_KIND_CONSUMER
  kind: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  startTimeUnixNano: nanoseconds,
  endTimeUnixNano: nanoseconds,
  attributes,
  status: v.strictObject({ code: v.picklist([0, 1, 2]), message: v.optional(v.string()) }),
});
const tracesData = v.strictObject({
  resourceSpans: v.array(
    v.strictObject({
      resource: v.strictObject({ attributes }),
      scopeSpans: v.array(
        v.strictObject({ scope: v.strictObject({ name: v.string() }), spans: v.array(span) }),
      ),
    }),
  ),
});

const source = { documentId: shop.id, seed: 42 };

function stories(deploymentId: string): RequestStory[] {
  const document = {
    ...shop,
    timeline: [{ atMs: 0, fault: 'slow' as const, module: 'payment', factor: 200 }],
  };
  const simulation = new Simulation({ document, deploymentId, seed: 42 });
  simulation.trace(new TraceLog({ every: 50 }));
  simulation.runUntil(10_000);
  return storiesOf(simulation.traced());
}

describe.each(['monolith', 'microservices'])('the spans of the %s as OTLP JSON', (deploymentId) => {
  const told = stories(deploymentId);
  const traces = otlpOf(told, source);
  const spans = traces.resourceSpans.flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap(({ spans: ofScope }) => ofScope),
  );

  test('are what the protocol asks for', () => {
    const read = v.safeParse(tracesData, JSON.parse(JSON.stringify(traces)));
    expect(read.issues).toBeUndefined();
    expect(spans).toHaveLength(told.reduce((sum, story) => sum + story.spans.length, 0));
  });

  test('have one resource for each unit, by its name', () => {
    const names = traces.resourceSpans.map(({ resource }) => {
      const name = resource.attributes.find(({ key }) => key === 'service.name');
      return name && 'stringValue' in name.value ? name.value.stringValue : null;
    });
    expect(new Set(names).size).toBe(names.length);
    const units = shop.deployments.find(({ id }) => id === deploymentId)?.units ?? [];
    expect(units.map(({ id }) => id)).toEqual(expect.arrayContaining(names));
  });

  test('name a parent of their own trace, and no id stands for two', () => {
    const ids = spans.map((each) => `${each.traceId} ${each.spanId}`);
    expect(new Set(ids).size).toBe(ids.length);
    const orphans = spans.filter(
      ({ traceId, parentSpanId }) =>
        parentSpanId !== undefined && !ids.includes(`${traceId} ${parentSpanId}`),
    );
    expect(orphans).toEqual([]);
    const roots = spans.filter(({ parentSpanId }) => parentSpanId === undefined);
    expect(roots).toHaveLength(told.length);
  });

  test('end when they end, to the nanosecond, and fail where they failed', () => {
    const [first] = told.flatMap((story) => story.spans);
    const [written] = spans;
    const ms = BigInt(written.endTimeUnixNano) - BigInt(written.startTimeUnixNano);
    expect(Number(ms) / 1e6).toBeCloseTo(first.endMs - first.startMs, 5);
    const failed = told
      .flatMap((story) => story.spans)
      .filter(({ outcome }) => {
        return outcome !== null && outcome !== 'ok' && outcome !== 'degraded';
      });
    expect(spans.filter(({ status }) => status.code === 2)).toHaveLength(failed.length);
  });

  test('are the same bytes for the same run', () => {
    expect(JSON.stringify(otlpOf(stories(deploymentId), source))).toBe(JSON.stringify(traces));
  });
});

test('the same customer has a trace of its own in each deployment', () => {
  const ids = ['monolith', 'microservices'].map(
    (id) => otlpOf(stories(id), source).resourceSpans[0].scopeSpans[0].spans[0].traceId,
  );
  expect(ids[0]).not.toBe(ids[1]);
});
