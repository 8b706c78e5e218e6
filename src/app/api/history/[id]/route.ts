import { z } from 'zod';
import { currentSession } from '@/auth/session';
import { Range, SeriesWindow } from '@/domain/series';
import { getBaseDeps } from '@/flows/base-deps';
import { exportHistory } from '@/flows/monitors/export-history';
import { answerOnTrail, noteRequest } from '@/ops/request-log';
import { withErrorBody } from '@/trpc/rest/answer';

const Moment = z.iso.datetime().transform((text) => new Date(text));
/** `?window=30d`, or `?from=…&until=…` of a chart that was zoomed. */
const Asked = z.union([
  z.object({ window: Range }).transform(({ window }) => window),
  z.object({ from: Moment, until: Moment }),
]);

/** The history of a monitor as a file, for its owner only. Somebody else's is as if it were not there. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerOnTrail(request, async () =>
    withErrorBody(await write((await context.params).id, new URL(request.url).searchParams)),
  );
}

async function write(id: string, query: URLSearchParams): Promise<Response> {
  const session = await currentSession();
  noteRequest({ personId: session?.person.id ?? null });
  const window = SeriesWindow.safeParse(Asked.safeParse(Object.fromEntries(query)).data);
  if (session === null || !z.uuid().safeParse(id).success || !window.success) return nothing();
  const about = { userId: session.person.id, monitorId: id, window: window.data };
  const file = await exportHistory(getBaseDeps(), about);
  if (file === null) return nothing();
  return new Response(file.csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName(file.name)}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}

/** A header holds no other signs. */
function fileName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return plain === '' ? 'monitor' : plain.slice(0, 60);
}

function nothing(): Response {
  return new Response(null, { status: 404 });
}
