import { getTRPCErrorFromUnknown, TRPCError } from '@trpc/server';
import { countRequest } from '@/auth/entrance/enter';
import { assertShortQuery } from '@/auth/entrance/read-body';
import { storableInput } from '@/auth/entrance/read-json';
import { abuseGuard } from '@/auth/rate-limit/process-guard';
import { dataHeaders } from '@/auth/security-headers';
import { AuditFilterInput } from '@/domain/account/administration';
import { isHttps } from '@/env';
import { exportActs } from '@/flows/admin/export-acts';
import { answerOnTrail, noteRequest } from '@/ops/request-log';
import { currentRequestId } from '@/ops/trail';
import { asDomainError, describeError, toTrpcError } from '../error-map';
import { adminProcedure, createCallerFactory, createContext, type RequestContext, router } from '../init';
import { answerError } from './answer';

const ROUTE = '/api/admin/audit.csv';

type ContextOf = (headers: Headers) => Promise<RequestContext>;

/** The filter that an address names; times are ISO 8601. */
function filterOf(url: string): AuditFilterInput {
  assertShortQuery(url);
  const query: Record<string, unknown> = Object.create(null);
  for (const [name, value] of new URL(url).searchParams) {
    const text = storableInput(value);
    query[storableInput(name)] = name === 'from' || name === 'before' ? new Date(text) : text;
  }
  const filter = AuditFilterInput.safeParse({ ...query });
  if (!filter.success) throw new TRPCError({ code: 'BAD_REQUEST', cause: filter.error });
  return filter.data;
}

/** Who asks, by the one guard that procedures of the administration have. */
const guarded = createCallerFactory(router({ adminId: adminProcedure.query(({ ctx }) => ctx.person.id) }));

/** Gives who may read the audit all of it that a filter finds, as a file. `contextOf` and `guard` are for tests. */
export function createAuditCsvHandler(contextOf: ContextOf, guard = abuseGuard) {
  const answer = async (request: Request): Promise<Response> => {
    let context: RequestContext | null = null;
    try {
      noteRequest({ route: ROUTE });
      await countRequest(request, guard(), 'api');
      context = await contextOf(request.headers);
      const actorId = await guarded(context).adminId();
      const lines = await exportActs(context.deps, { ...filterOf(request.url), actorId });
      return new Response(streamOf(lines, context), { headers: fileHeaders(context.deps.now()) });
    } catch (error) {
      return refuse(error, context);
    }
  };
  return (request: Request) => answerOnTrail(request, () => answer(request));
}

export const handleAuditCsv = createAuditCsvHandler((headers) => createContext(headers));

function refuse(thrown: unknown, context: RequestContext | null): Response {
  const known = asDomainError(thrown);
  const error = known ? toTrpcError(known) : getTRPCErrorFromUnknown(thrown);
  noteRequest({ reason: describeError(error).reason });
  if (error.code === 'INTERNAL_SERVER_ERROR')
    context?.deps.log.error({ err: error.cause ?? error }, 'The audit could not be exported');
  return answerError(error, currentRequestId(), new Headers());
}

/** One page of acts is held at a time: the next is read when the one before has left. */
function streamOf(lines: AsyncGenerator<string>, { deps }: RequestContext): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await lines.next().catch((error: unknown) => {
        // The file ends in the middle, which its receiver sees as a download that failed.
        deps.log.error({ err: error }, 'An export of the audit broke off');
        throw error;
      });
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}

function fileHeaders(now: Date): Record<string, string> {
  return {
    ...dataHeaders(isHttps()),
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="audit-${now.toISOString().slice(0, 10)}.csv"`,
    'cache-control': 'private, no-store',
  };
}
