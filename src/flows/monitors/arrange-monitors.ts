import { lockTagged, savePlaces, saveTags } from '@/db/dashboard/arrangement';
import { changedTags, type TagChange } from '@/domain/dashboard/tag';
import { DomainError } from '@/domain/errors';
import { LIMITS } from '@/domain/limits';
import type { Deps } from '../deps';

interface Which {
  userId: string;
  monitorIds: readonly string[];
}

/** Puts a person's monitors in an order of their own. Throws `not_found` where one is not theirs. */
export async function arrangeMonitors({ db }: Pick<Deps, 'db'>, { userId, monitorIds }: Which): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const own = await lockTagged(trx, userId, monitorIds);
    if (own.length < monitorIds.length) throw notFound();
    await savePlaces(trx, monitorIds);
  });
}

/**
 * Puts a tag on these monitors, or takes one away. Throws `not_found` where one is not theirs, `conflict` where one
 * has too many; then none is changed.
 */
export async function tagMonitors(
  { db }: Pick<Deps, 'db'>,
  { userId, monitorIds, ...change }: Which & TagChange,
): Promise<{ id: string; tags: string[] }[]> {
  return db.transaction().execute(async (trx) => {
    const own = await lockTagged(trx, userId, monitorIds);
    if (own.length < monitorIds.length) throw notFound();
    const after = own.map(({ id, tags }) => ({ id, tags: changedTags(tags, change) ?? tooMany() }));
    for (const tagged of after) await saveTags(trx, tagged);
    return after;
  });
}

function tooMany(): never {
  const message = `A monitor can have ${LIMITS.tagsPerMonitor} tags at most. Take one away first.`;
  throw new DomainError('conflict', 'too_many_tags', message);
}

function notFound(): DomainError {
  return new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
}
