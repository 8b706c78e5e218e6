import type { DueTogether, Gatherable } from '@/db/email/gathered-emails';
import { dropNews, findDueTogether, STALE_MS, singleOut, writeGathered } from '@/db/email/gathered-emails';
import { findPerson } from '@/db/users';
import type { GatherReason } from '@/domain/email/timing';
import { DEFAULT_LOCALE } from '@/domain/written/locales';
import { type GatheredBecause, renderGatheredMail } from '@/mail/notification-mail';
import { monitorLinks, unsubscribeLink } from '../account/unsubscribe-links';
import type { Deps } from '../deps';

type GatherDeps = Pick<Deps, 'db' | 'now' | 'log'> & { settings: Pick<Deps['settings'], 'appUrl'> };

/** The first email to an address is never one of many: the others wait so long for it. */
const AFTER_FIRST_MS = 60_000;

/** So many people's are gathered before others have their turn to be sent. */
const MOST_AT_ONCE = 10;

/**
 * Puts what people have due together into one email each, before any of it is taken to be sent. An address that has
 * had nothing yet gets the first by itself. Returns whether there may be more.
 */
export async function gatherEmails(deps: GatherDeps): Promise<boolean> {
  for (let one = 0; one < MOST_AT_ONCE; one += 1) {
    const due = await findDueTogether(deps.db, deps.now());
    if (due === null) return false;
    if (due.unreadable.length > 0) await dropNews(deps.db, due.unreadable);
    else if (due.isKnown) await gatherOrLeave(deps, due);
    else await singleOut(deps.db, due, new Date(deps.now().getTime() + AFTER_FIRST_MS));
  }
  return true;
}

/** What cannot be told together goes out one by one: a fault of ours must not keep it back. */
async function gatherOrLeave(deps: GatherDeps, due: DueTogether): Promise<void> {
  const mail = await render(deps, due).catch((error: unknown) => {
    deps.log.error({ err: error, userId: due.userId }, 'emails could not be gathered; they go out one by one');
    return null;
  });
  if (mail) await writeGathered(deps.db, due, { mail, now: deps.now() });
  else
    await dropNews(
      deps.db,
      due.members.map(({ id }) => id),
    );
}

async function render({ db, settings, now: clock }: GatherDeps, { userId, members }: DueTogether) {
  const now = clock();
  const person = await findPerson(db, userId);
  return renderGatheredMail({
    entries: members.map(({ news }) => ({
      news,
      links: monitorLinks(settings.appUrl, { userId, monitorId: news.monitorId }, now),
    })),
    because: reasonOf(members, now),
    links: {
      inbox: `${settings.appUrl}/notifications`,
      unsubscribeAll: unsubscribeLink(settings.appUrl, { userId, monitorId: null }, now),
    },
    timeZone: person?.timeZone ?? 'UTC',
    locale: person?.locale ?? DEFAULT_LOCALE,
  });
}

/** The stronger one first. */
const REASONS: readonly GatherReason[] = ['digest', 'limit', 'quiet', 'minute'];

function reasonOf(members: readonly Gatherable[], now: Date): GatheredBecause {
  if (members.some(({ createdAt, gather }) => isLate(createdAt, now) && gather !== 'digest')) return 'late';
  return REASONS.find((reason) => members.some(({ gather }) => gather === reason)) ?? 'late';
}

function isLate(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() > STALE_MS;
}
