import { afterAll, beforeAll } from 'vitest';
import { flushTelemetry, startTelemetry } from '@/ops/telemetry/telemetry';
import { setSettings } from '../process-settings';
import { type StubServer, startStubServer } from '../stub-server';

/** A span as a collector got it. */
export interface CollectedSpan {
  traceId: string;
  spanId: string;
  /** Empty where nothing began it. */
  parentSpanId: string;
  name: string;
  attributes: Record<string, unknown>;
  links: { traceId: string; spanId: string }[];
  failed: boolean;
  /** Which process wrote it. */
  instance: unknown;
}

interface Attribute {
  key: string;
  value: Record<string, unknown>;
}
type WrittenSpan = Omit<CollectedSpan, 'attributes' | 'links' | 'failed' | 'instance'> & {
  attributes?: Attribute[];
  links?: CollectedSpan['links'];
  status?: { code?: number };
};
interface Batch {
  resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: WrittenSpan[] }[] }[];
}

const flat = (attributes: Attribute[] = []) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

/** What came at a stub that stands in for a collector of OTLP over HTTP with JSON. */
function spansOf({ requests }: StubServer): CollectedSpan[] {
  const taken = requests.filter(({ path }) => path === '/v1/traces');
  return taken.flatMap(({ body }) =>
    (body as Batch).resourceSpans.flatMap(({ resource, scopeSpans }) =>
      scopeSpans.flatMap(({ spans }) =>
        spans.map(({ attributes, links = [], status, parentSpanId = '', ...span }) => ({
          ...span,
          parentSpanId,
          attributes: flat(attributes),
          links,
          failed: status?.code === 2,
          instance: flat(resource.attributes)['service.instance.id'],
        })),
      ),
    ),
  );
}

/** A collector that this process tells its traces. Call it at the top of a file, after what sets other settings. */
export function useStubOtlp(): { server(): StubServer; spans(): Promise<CollectedSpan[]> } {
  let server: StubServer;
  beforeAll(async () => {
    server = await startStubServer();
    setSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: server.url, OTEL_EXPORTER_OTLP_HEADERS: 'x-key=of%20the%20test' });
    await startTelemetry();
  });
  afterAll(() => server.close());
  return {
    server: () => server,
    spans: async () => {
      await flushTelemetry();
      return spansOf(server);
    },
  };
}
