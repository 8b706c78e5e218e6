import { trailFields } from '../trail';

/** An error of ours that nobody expected, with our own words for what it ended. */
export interface ErrorReport {
  error: unknown;
  message: string;
  requestId?: string;
  evaluationId?: string;
  personId?: string;
}

/** Takes reports, and never throws. */
export interface ErrorReporter {
  report(report: ErrorReport): void;
  /** Sends what waits; resolves after `withinMs` at the latest, and never rejects. */
  flush(withinMs: number): Promise<void>;
}

/** One a process: Next loads modules once per bundle. */
const shared = globalThis as typeof globalThis & { __monitorsReporter?: ErrorReporter | undefined };

/** From here on errors go to this reporter; to none with null. */
export function setErrorReporter(reporter: ErrorReporter | null): void {
  shared.__monitorsReporter = reporter ?? undefined;
}

export function isReported(): boolean {
  return shared.__monitorsReporter !== undefined;
}

export async function flushReports(withinMs: number): Promise<void> {
  await shared.__monitorsReporter?.flush(withinMs);
}

/**
 * What the log tells as an error, with the error itself: a refusal of the domain is none, and is never told so. Given
 * as a call of the logger: fields, then our words.
 */
export function reportLogged([fields, message]: readonly unknown[]): void {
  const reporter = shared.__monitorsReporter;
  if (reporter === undefined || typeof fields !== 'object' || fields === null) return;
  const { err: error, ...others } = fields as Record<string, unknown>;
  if (error === undefined || isRefusal(error)) return;
  const known: Record<string, unknown> = { ...others, ...trailFields() };
  const ids = ['requestId', 'evaluationId', 'personId'].flatMap((name) =>
    typeof known[name] === 'string' ? [[name, known[name]]] : [],
  );
  reporter.report({ error, message: String(message), ...Object.fromEntries(ids) });
}

/** By name: the class is another one in each bundle. */
function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'DomainError';
}
