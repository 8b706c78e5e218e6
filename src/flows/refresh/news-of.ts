import type { Kysely, Transaction } from 'kysely';
import type { NewNotification } from '@/db/email/notifications';
import { findQuoteOf } from '@/db/facts';
import type { MonitorAfterEvaluation } from '@/db/monitors';
import type { DB } from '@/db/types';
import type { Person } from '@/domain/account/person';
import type { News } from '@/domain/email/news';
import { isFailure } from '@/domain/outcome';
import { renderMonitorMail } from '@/mail/notification-mail';
import { currentRequestId } from '@/ops/trail';
import { monitorLinks } from '../account/unsubscribe-links';
import type { Deps } from '../deps';
import type { FinishedEvaluation } from './finished-evaluation';

export interface MailDeps {
  settings: Pick<Deps['settings'], 'appUrl'>;
}

type NewsDeps = MailDeps & { db: Kysely<DB> | Transaction<DB> };

/** One error mail per episode, after three failures in a row, and one when it ends. */
function newsKinds({ monitor, decision }: FinishedEvaluation, after: MonitorAfterEvaluation): News['kind'][] {
  const kinds: News['kind'][] = [];
  if (decision.alert) kinds.push('alert');
  if (after.errorEpisodeStartedAt !== null && monitor.errorEpisodeStartedAt === null) kinds.push('error');
  if (after.errorEpisodeStartedAt === null && monitor.errorEpisodeStartedAt !== null) kinds.push('recovered');
  return kinds;
}

/** What an evaluation has to tell its person, each with the email that tells it. */
export function renderNews(
  deps: NewsDeps,
  person: Person,
  finished: FinishedEvaluation,
  { after, at }: { after: MonitorAfterEvaluation; at: Date },
): Promise<NewNotification[]> {
  const { monitor, decision } = finished;
  return Promise.all(
    newsKinds(finished, after).map(async (kind) => {
      const news = await newsOf(deps, finished, { kind, at });
      const links = monitorLinks(deps.settings.appUrl, { userId: person.id, monitorId: monitor.id }, at);
      const { timeZone, locale } = person;
      const { subject, html, text } = await renderMonitorMail({ news, links, timeZone, locale });
      return {
        ...{ userId: person.id, monitorId: monitor.id, evaluationId: news.evaluationId, kind },
        ...{ recipient: person.email, subject, htmlContent: html, plainTextContent: text },
        triggerValue: news.current,
        previousValue: monitor.currentValue,
        changeDetected: decision.change.changeType !== 'stable',
        createdAt: at,
        requestId: currentRequestId(),
        news,
      };
    }),
  );
}

async function newsOf(
  { db }: NewsDeps,
  { monitor, lease, reading, decision }: FinishedEvaluation,
  { kind, at }: { kind: News['kind']; at: Date },
): Promise<News> {
  const { result } = reading;
  const { interpretation } = monitor;
  // A change is told from where it was measured: the value at the last alert.
  const previous = interpretation.type === 'change' ? monitor.baseline : monitor.currentValue;
  return {
    ...{ kind, monitorId: monitor.id, evaluationId: lease.evaluationId, monitorName: monitor.name },
    about: interpretation.item ?? monitor.name,
    property: interpretation.property,
    previous,
    current: result.outcome === 'value' ? result.value : null,
    quote: 'evidence' in result ? result.evidence.quote : '',
    previousQuote: previous === null ? null : await findQuoteOf(db, monitor.id, previous),
    sentence: decision.sentence,
    ...{ source: reading.source, at },
    hasPicture: reading.crop !== null && 'evidence' in result,
    outcome: isFailure(result.outcome) ? result.outcome : null,
  };
}
