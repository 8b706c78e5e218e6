import type { Kysely } from 'kysely';
import type { DB } from '@/db/types';
import { type News, newsLine } from '@/domain/email/news';
import { writeNews } from '@/flows/account/plan-email';
import { insertMonitor } from './factories';
import { aNews } from './news';

export interface Told {
  id: string;
  email: string;
  timeZone: string;
}

/** Writes what evaluations tell one person, as they would: each with the time at which the person wants it. */
export async function tellNews(db: Kysely<DB>, now: Date, person: Told, ...told: Partial<News>[]): Promise<void> {
  for (const one of told) {
    const monitorId =
      one.monitorId ?? (await insertMonitor(db, { userId: person.id, name: one.monitorName ?? 'Tea' })).id;
    const news = aNews({ monitorId, at: now, hasPicture: false, ...one });
    const notification = {
      ...{ userId: person.id, monitorId, evaluationId: null, kind: news.kind, recipient: person.email },
      ...{ subject: newsLine(news), htmlContent: '<p>It is.</p>', plainTextContent: 'It is.' },
      ...{ triggerValue: news.current, previousValue: news.previous, changeDetected: true, createdAt: now, news },
    };
    const what = { evaluationId: news.evaluationId, news: [notification], now };
    await db.transaction().execute((trx) => writeNews(trx, person, what));
  }
}
