import { AsyncLocalStorage } from 'node:async_hooks';
import { currentTrail } from '../trail';
import { newSpanId, newTraceId, requestPlace, type SpanPlace } from './span-ids';

/** What a span tells: words of ours, ids and numbers. Never an address, a prompt, a text of a page, or a secret. */
export type SpanFields = Record<string, string | number | boolean | null | undefined>;

/** A piece of work that is over. */
export interface Span {
  name: string;
  role: 'server' | 'client' | 'consumer' | 'internal';
  place: SpanPlace;
  /** Null: nothing began it. */
  parentId: string | null;
  /** Milliseconds since 1970. */
  beganAt: number;
  endedAt: number;
  fields: SpanFields;
  failed: boolean;
  /** Other spans that it also belongs to. */
  links: SpanPlace[];
}

/** Takes what is over, and never throws. */
export interface SpanWriter {
  write(span: Span): void;
  /** Sends what waits; resolves after `withinMs` at the latest, and never rejects. */
  flush(withinMs: number): Promise<void>;
}

/** One a process: Next loads modules once per bundle. */
const shared = globalThis as typeof globalThis & {
  __monitorsSpans?: { writer: SpanWriter; under: AsyncLocalStorage<SpanPlace> } | undefined;
};

/** From here on spans go to this writer; to none with null. */
export function setSpanWriter(writer: SpanWriter | null): void {
  shared.__monitorsSpans = writer === null ? undefined : { writer, under: new AsyncLocalStorage() };
}

export function isTraced(): boolean {
  return shared.__monitorsSpans !== undefined;
}

/** Sends what waits. Nothing where there are no traces. */
export async function flushSpans(withinMs: number): Promise<void> {
  await shared.__monitorsSpans?.writer.flush(withinMs);
}

type NewSpan = Pick<Span, 'name'> & Partial<Omit<Span, 'parentId' | 'endedAt'>> & { parent?: SpanPlace | null };

/** A piece of work that is over, below the one that we are in unless `parent` is given. */
export function writeSpan(span: NewSpan & Pick<Span, 'beganAt'>): void {
  shared.__monitorsSpans?.writer.write(completed(span, span.beganAt));
}

/**
 * Does a piece of work, as a span below the one that we are in unless `parent` is given; what it begins stands below
 * it. `tell`: what of the result the span says. Where there are no traces it only does the work.
 */
export async function spanned<Result>(
  span: NewSpan,
  work: () => Promise<Result>,
  tell: (result: Result) => Partial<Pick<Span, 'fields' | 'failed' | 'place'>> = () => ({}),
): Promise<Result> {
  const traces = shared.__monitorsSpans;
  if (traces === undefined) return work();
  const begun = completed(span, Date.now());
  const since = performance.now();
  const end = (learned: Partial<Span>) =>
    traces.writer.write({
      ...begun,
      ...learned,
      fields: { ...begun.fields, ...learned.fields },
      endedAt: begun.beganAt + (performance.now() - since),
    });
  try {
    const result = await traces.under.run(begun.place, work);
    end(tell(result));
    return result;
  } catch (error) {
    end({ failed: true });
    throw error;
  }
}

function completed(span: NewSpan, beganAt: number): Span {
  const { parent = currentPlace(), ...given } = span;
  return {
    role: 'internal',
    place: { traceId: parent?.traceId ?? newTraceId(), spanId: newSpanId() },
    parentId: parent?.spanId ?? null,
    beganAt,
    endedAt: Date.now(),
    fields: {},
    failed: false,
    links: [],
    ...given,
  };
}

/** The span that we are in; else that of the request whose trail we are on. */
function currentPlace(): SpanPlace | null {
  const requestId = currentTrail()?.requestId ?? null;
  return shared.__monitorsSpans?.under.getStore() ?? (requestId === null ? null : requestPlace(requestId));
}
