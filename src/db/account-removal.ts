import { type Kysely, sql, type Transaction } from 'kysely';
import { strikeOriginsOf } from './audit';
import type { DB } from './types';

/** Accounts whose deletion was asked for before a time, oldest first. */
export async function listAccountsToRemove(db: Kysely<DB>, askedBefore: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('users')
    .select('id')
    .where('deletionRequestedAt', '<=', askedBefore)
    .orderBy('deletionRequestedAt')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/**
 * Removes an account and all that hangs on it, its address from the whitelist and from what others were mailed. False
 * if its owner has changed their mind in the meantime. An address that asked for no more mail stays among the
 * suppressions: that is a promise to it. Of the audit the acts stay, with an id that names nobody any more; from where
 * they came is struck out.
 */
export async function removeAccount(trx: Transaction<DB>, id: string, askedBefore: Date): Promise<boolean> {
  const row = await trx
    .deleteFrom('users')
    .where('id', '=', id)
    .where('deletionRequestedAt', '<=', askedBefore)
    .returning('email')
    .executeTakeFirst();
  if (!row) return false;
  await trx.deleteFrom('betaWhitelist').where(sql<boolean>`lower(email) = lower(${row.email})`).execute();
  await strikeAddress(trx, row.email, id);
  await strikeOriginsOf(trx, id);
  return true;
}

const STRUCK = '[removed]';

/**
 * Takes the address that a person leaves out of what belongs to others: mails and links to it (somebody asked to move
 * their account there), and the text of mails about their accounts, in which it stands as it is or with its signs
 * written for HTML.
 */
export async function strikeAddress(trx: Transaction<DB>, email: string, personId: string): Promise<void> {
  await trx
    .deleteFrom('emailLinks')
    .where('userId', '<>', personId)
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .execute();
  await trx
    .deleteFrom('emailNotifications')
    .where('userId', '<>', personId)
    .where(sql<boolean>`lower(recipient) = lower(${email})`)
    .execute();
  const forms = [...new Set([email, forHtml(email)])].map((text) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&'));
  // Whole, not as the end of a longer one.
  const written = `(?<![\\w.+-])(?:${forms.join('|')})(?!\\w|[.-]\\w)`;
  const struck = (column: string) => sql<string>`regexp_replace(${sql.ref(column)}, ${written}, ${STRUCK}, 'gi')`;
  await trx
    .updateTable('emailNotifications')
    .set({
      subject: struck('subject'),
      htmlContent: struck('html_content'),
      plainTextContent: struck('plain_text_content'),
    })
    .where('userId', '<>', personId)
    .where('kind', '=', 'account')
    .where(sql<boolean>`concat_ws(' ', subject, html_content, plain_text_content) ~* ${written}`)
    .execute();
}

/** As React writes it. */
function forHtml(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
