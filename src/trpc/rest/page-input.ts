import { z } from 'zod';

export const Limit = z.coerce.number().int().min(1).max(100).default(50);

/** `coerce` of the REST adapter would read the text "false" as true; behind a pipe it does not see the boolean. */
export const TrueOrFalse = z.boolean().pipe(z.boolean());

const MARK = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([\da-f-]{36})$/;

interface Mark {
  extractedAt: Date;
  id: string;
}

/** Where a page of facts ended, as an opaque text. */
export function toCursor({ extractedAt, id }: Mark): string {
  return Buffer.from(`${extractedAt.toISOString()}_${id}`).toString('base64url');
}

function fromCursor(cursor: string): Mark | null {
  const [, time, id] = MARK.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  const extractedAt = new Date(time ?? '');
  return id === undefined || Number.isNaN(extractedAt.getTime()) || !z.uuid().safeParse(id).success
    ? null
    : { extractedAt, id };
}

/** The `nextCursor` of the page before, for facts. */
export const FactCursor = z
  .string()
  .max(200)
  .transform((cursor, context) => {
    const mark = fromCursor(cursor);
    if (mark !== null) return mark;
    context.addIssue({ code: 'custom', message: 'Take the cursor from nextCursor of the page before.' });
    return z.NEVER;
  });
