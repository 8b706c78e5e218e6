import { sql, type Transaction } from 'kysely';
import type { DB } from '../types';

interface Past {
  createdAt: Date;
  lastManualRefresh: Date;
  isActive: boolean;
}

/** Gives a monitor that was just made the past of the demo account. */
export async function backdateMonitor(trx: Transaction<DB>, id: string, past: Past): Promise<void> {
  await trx
    .updateTable('monitors')
    .set({ ...past, updatedAt: past.lastManualRefresh })
    .where('id', '=', id)
    .execute();
}

/** What the demo account was told lies behind it: sent when written, and read but for what came since `unread`. */
export async function settleSeededNews(trx: Transaction<DB>, userId: string, unread: Date): Promise<void> {
  await trx
    .updateTable('emailNotifications')
    .set({
      state: 'sent',
      deliveryStatus: 'sent',
      gather: null,
      attempts: 1,
      sentAt: sql`created_at`,
      readAt: sql`CASE WHEN created_at < ${unread} THEN created_at END`,
    })
    .where('userId', '=', userId)
    .where('state', 'in', ['pending', 'withheld'])
    .execute();
}
