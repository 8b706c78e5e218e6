import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** A process that opens what its settings name, and says which packages it was loaded of. */
const PROGRAM = `
  import { registerHooks } from 'node:module';
  const loaded = new Set();
  registerHooks({ resolve(name, context, next) {
    const found = next(name, context);
    const of = /node_modules\\/(@(?:opentelemetry|sentry)\\/[^/]+)/.exec(found.url);
    if (of) loaded.add(of[1]);
    return found;
  } });
  const { startTelemetry } = await import('@/ops/telemetry/telemetry');
  await startTelemetry();
  console.log(JSON.stringify([...loaded]));
  process.exit();
`;

function packagesOf(settings: Record<string, string>): string[] {
  const env = { NODE_ENV: 'test' as const, LOG_LEVEL: 'silent', ...settings };
  const arguments_ = ['--import', 'tsx', '--input-type=module', '-e', PROGRAM];
  return JSON.parse(execFileSync(process.execPath, arguments_, { env, encoding: 'utf8' })) as string[];
}

it('without its setting nothing of it is loaded', { timeout: 60_000 }, () => {
  expect(packagesOf({})).toEqual([]);
  const traces = packagesOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });
  expect(traces).toContain('@opentelemetry/sdk-trace');
  expect(traces).not.toContain('@sentry/core');
  const reports = packagesOf({ SENTRY_DSN: 'http://key@127.0.0.1:1/1' });
  expect(reports).toContain('@sentry/core');
  expect(reports).not.toContain('@opentelemetry/sdk-trace');
});
