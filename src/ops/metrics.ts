import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 100];

function build() {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `monitors_${name}`, help, labelNames, registers });
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name: `monitors_${name}`, help, labelNames, buckets: SECONDS, registers });
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name: `monitors_${name}`, help, labelNames, registers });
  return {
    register,
    requests: histogram('request_seconds', 'Requests by route and status', ['method', 'route', 'status']),
    evaluations: histogram('evaluation_seconds', 'Evaluations by how they ended', ['outcome', 'reader']),
    aiCalls: histogram('ai_call_seconds', 'Calls to providers of models', ['provider', 'purpose', 'outcome']),
    aiUsd: counter('ai_cost_usd_total', 'What calls to models cost', ['provider']),
    aiAnswers: counter('ai_answers_total', 'Questions to models: answered without a call (known), or by one (asked)', [
      'kind',
    ]),
    emails: counter('emails_total', 'Tries to send an email, by how they ended', ['outcome']),
    queries: histogram('query_seconds', 'Statements by kind and table', ['name', 'outcome']),
    pool: gauge('pool_connections', 'Connections of this process to PostgreSQL', ['state']),
    queueWaiting: gauge('queue_waiting', 'Evaluations that wait', []),
    queueOldest: gauge('queue_oldest_seconds', 'For how long the oldest of them has waited', []),
    emailsToday: gauge('emails_today', 'Emails of this UTC day, as the service tells of them', ['kind']),
    redis: gauge('redis', 'The Redis that counts limits: hits, misses, bytes', ['figure']),
  };
}

/** One set a process: Next loads modules once per bundle, and the server in front of it is no bundle. */
const shared = globalThis as typeof globalThis & { __monitorsMetrics?: ReturnType<typeof build> };

/** The figures of this process, for Prometheus. */
export function metrics(): ReturnType<typeof build> {
  shared.__monitorsMetrics ??= build();
  return shared.__monitorsMetrics;
}

export function countEvaluation(end: { outcome: string; reader?: string | null }, durationMs: number): void {
  metrics().evaluations.observe({ outcome: end.outcome, reader: end.reader ?? 'none' }, durationMs / 1_000);
}

export function countAiCall(call: {
  reader: string;
  purpose: string;
  outcome: string;
  latencyMs: number;
  costUsd: string;
}): void {
  const { reader: provider, purpose, outcome } = call;
  metrics().aiCalls.observe({ provider, purpose, outcome }, call.latencyMs / 1_000);
  metrics().aiUsd.inc({ provider }, Number(call.costUsd));
}

export function countAnswerAsked(kind: 'known' | 'asked'): void {
  metrics().aiAnswers.inc({ kind });
}

export function countQuery({ name, ms, failed }: { name: string; ms: number; failed: boolean }): void {
  metrics().queries.observe({ name, outcome: failed ? 'failed' : 'ok' }, ms / 1_000);
}
