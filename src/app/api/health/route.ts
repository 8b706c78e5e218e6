/** Whether this process is alive: it asks nobody, so that a database that is away restarts no app. */
export function GET(): Response {
  return Response.json({ status: 'alive' }, { headers: { 'cache-control': 'no-store' } });
}

export const dynamic = 'force-dynamic';
