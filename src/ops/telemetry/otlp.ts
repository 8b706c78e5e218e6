import { setTimeout as sleep } from 'node:timers/promises';
import { type Attributes, ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  type IdGenerator,
  type ReadableSpan,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { newSpanId, newTraceId, type SpanPlace } from './span-ids';
import type { Span, SpanFields, SpanWriter } from './spans';

export interface OtlpOptions {
  /** Where a collector takes OTLP by HTTP, without "/v1/traces". */
  endpoint: string;
  headers: Record<string, string>;
  /** From 0 to 1: of traces, by their ids, so that all processes choose the same. */
  share: number;
  /** What this process is. */
  resource: Record<string, string>;
  /** Told of a batch that did not arrive; it is lost. */
  onFailure: (error: Error | undefined) => void;
}

const MOST_WAITING = 2_048;
const AT_ONCE = 256;
const SEND_EVERY_MS = 2_000;
const SEND_MS = 5_000;

const ROLES = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
};

/**
 * Sends spans to a collector, in batches. Not registered as OpenTelemetry's global provider on purpose: Next, pg-boss
 * and the clients of models would begin to write spans of their own, with whole addresses and prompts in them.
 */
export function openOtlp({ endpoint, headers, share, resource, onFailure }: OtlpOptions): SpanWriter {
  const url = `${endpoint.replace(/(?<!\/)\/+$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, headers, timeoutMillis: SEND_MS, concurrencyLimit: 2 });
  const batches = new BatchSpanProcessor({
    exporter: told(exporter, onFailure),
    maxQueueSize: MOST_WAITING,
    maxExportBatchSize: AT_ONCE,
    scheduledDelayMillis: SEND_EVERY_MS,
    exportTimeoutMillis: SEND_MS + 1_000,
  });
  const ids = givenIds();
  const provider = new TracerProvider({
    resource: resourceFromAttributes(resource),
    sampler: new TraceIdRatioBasedSampler(share),
    idGenerator: ids,
    spanProcessors: [batches],
    spanLimits: { attributeCountLimit: 32, attributeValueLengthLimit: 200 },
  });
  const tracer = provider.getTracer('monitors');
  return {
    write: (span) => {
      ids.next = span.place;
      const { name, role, beganAt: startTime, endedAt, fields, failed } = span;
      const links = span.links.map((place) => ({ context: contextOf(place) }));
      const options = { kind: ROLES[role], startTime, attributes: attributesOf(fields), links };
      const written = tracer.startSpan(name, options, parentOf(span));
      if (failed) written.setStatus({ code: SpanStatusCode.ERROR });
      written.end(Math.max(endedAt, startTime));
    },
    flush: (withinMs) =>
      Promise.race([batches.forceFlush().catch(() => undefined), sleep(withinMs, undefined, { ref: false })]),
  };
}

/** Ids are ours: they follow from what a span is of, so that other processes know them. */
function givenIds(): IdGenerator & { next: SpanPlace | null } {
  const ids = {
    next: null as SpanPlace | null,
    generateTraceId: () => ids.next?.traceId ?? newTraceId(),
    generateSpanId: () => ids.next?.spanId ?? newSpanId(),
  };
  return ids;
}

const contextOf = (place: SpanPlace) => ({ ...place, traceFlags: TraceFlags.SAMPLED, isRemote: true });

function parentOf({ place, parentId }: Span) {
  if (parentId === null) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, contextOf({ traceId: place.traceId, spanId: parentId }));
}

function attributesOf(fields: SpanFields): Attributes {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value == null ? [] : [[name, value]])));
}

/** The same exporter, that says when a batch did not arrive. */
function told(exporter: SpanExporter, onFailure: OtlpOptions['onFailure']): SpanExporter {
  return {
    export: (spans: ReadableSpan[], done) =>
      exporter.export(spans, (result) => {
        if (result.code !== 0) onFailure(result.error);
        // What did not arrive is lost; for the processor that is the end of it.
        done({ code: 0 });
      }),
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}
