import { handleAuditCsv } from '@/trpc/rest/audit-csv';

/** The audit as a file, for admins. */
export function GET(request: Request): Promise<Response> {
  return handleAuditCsv(request);
}

export const dynamic = 'force-dynamic';
