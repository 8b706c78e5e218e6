import { getEnv } from '@/env';
import { log } from '../log';
import { flushReports, isReported, setErrorReporter } from './error-reports';
import { flushSpans, isTraced, setSpanWriter } from './spans';

const COMPLAIN_EVERY_MS = 60_000;
const FLUSH_MS = 3_000;

/** Sends what waits, before this process ends or stands still. Never rejects, and takes no longer than 3 s. */
export async function flushTelemetry(): Promise<void> {
  await Promise.all([flushSpans(FLUSH_MS), flushReports(FLUSH_MS)]);
}

/**
 * Opens the ways out that the settings name: traces to a collector, errors to Sentry. What they need is loaded only
 * then. Never rejects: the app works without them.
 */
export async function startTelemetry(): Promise<void> {
  try {
    await Promise.all([startTraces(), startReports()]);
  } catch (error) {
    log().error({ err: error }, 'traces or reports of errors could not be begun; the app goes on without them');
  }
}

async function startTraces(): Promise<void> {
  const env = getEnv();
  if (env.OTEL_EXPORTER_OTLP_ENDPOINT === undefined || isTraced()) return;
  const { openOtlp } = await import('./otlp');
  const complain = seldom((error: Error | undefined) =>
    log().warn({ err: error }, 'the collector did not take traces; those are lost'),
  );
  const writer = openOtlp({
    endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    headers: env.OTEL_EXPORTER_OTLP_HEADERS ?? {},
    share: env.OTEL_TRACES_SAMPLER_ARG,
    resource: {
      'service.name': 'monitors',
      'service.instance.id': `${env.MONITORS_PART ?? 'all'}-${process.pid}`,
      'deployment.environment.name': env.SENTRY_ENVIRONMENT,
      ...(env.SENTRY_RELEASE ? { 'service.version': env.SENTRY_RELEASE } : {}),
    },
    onFailure: complain,
  });
  setSpanWriter(writer);
}

async function startReports(): Promise<void> {
  const { SENTRY_DSN: dsn, SENTRY_ENVIRONMENT: environment, SENTRY_RELEASE: release } = getEnv();
  if (dsn === undefined || isReported()) return;
  const { openSentry } = await import('./sentry');
  // A warning, not an error: that would be reported too.
  const complain = seldom((error: unknown) => log().warn({ err: error }, 'Sentry did not take a report; it is lost'));
  const reporter = openSentry({ dsn, environment, release, onFailure: complain });
  setErrorReporter(reporter);
  process.on('uncaughtException', (error) => {
    log().fatal({ err: error }, 'an error was taken by nobody');
    // As without us: where nobody else takes it, the process ends.
    if (process.listenerCount('uncaughtException') === 1) void reporter.flush(FLUSH_MS).then(() => process.exit(1));
  });
}

/** The same function, at most once a minute. */
function seldom<Given>(tell: (given: Given) => void): (given: Given) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (given) => {
    if (performance.now() - toldAt < COMPLAIN_EVERY_MS) return;
    toldAt = performance.now();
    tell(given);
  };
}
