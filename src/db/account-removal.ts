import { type Kysely, sql, type Transaction } from 'kysely';
import { strikeGone } from './audit';
import { inLockOrder } from './email/lock-order';
import { forgetSuppressions } from './email/suppressions';
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
 * if its owner has changed their mind in the meantime. That the address got no more email is forgotten too: who comes
 * back with it begins anew, and mail services keep lists of their own. Of the audit the acts stay, with an id that
 * names nobody any more; from where they came and why admins acted is struck out.
 */
export async function removeAccount(trx: Transaction<DB>, id: string, askedBefore: Date): Promise<boolean> {
  await lockRemoved(trx, id);
  const row = await trx
    .deleteFrom('users')
    .where('id', '=', id)
    .where('deletionRequestedAt', '<=', askedBefore)
    .returning('email')
    .executeTakeFirst();
  if (!row) return false;
  await trx.deleteFrom('betaWhitelist').where(sql<boolean>`lower(email) = lower(${row.email})`).execute();
  await strikeAddress(trx, row.email, id);
  await forgetSuppressions(trx, row.email);
  await strikeGone(trx, id);
  return true;
}

/** The account first, as all do who plan its emails; then the emails that go with it, in their order. */
async function lockRemoved(trx: Transaction<DB>, id: string): Promise<void> {
  const person = await trx.selectFrom('users').select('email').where('id', '=', id).forUpdate().executeTakeFirst();
  if (person === undefined) return;
  await trx
    .selectFrom('emailNotifications')
    .select('id')
    .where((eb) => eb.or([eb('userId', '=', id), eb(sql`lower(recipient)`, '=', person.email.toLowerCase())]))
    .$call(inLockOrder)
    .execute();
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
