import { readFailure } from '@/trpc/client';
import { notify } from './notify';

/** Does it to each, together, and returns those to whom it was done; says how far it came where some are refused. */
export async function onEach<One>(all: readonly One[], act: (one: One) => Promise<unknown>): Promise<One[]> {
  const results = await Promise.allSettled(all.map(act));
  const done = all.filter((_, at) => results[at]?.status === 'fulfilled');
  const refused = results.find((result) => result.status === 'rejected');
  if (refused && done.length === 0) throw refused.reason;
  if (refused) {
    const { message } = readFailure(refused.reason);
    notify({ color: 'red', title: `Only ${done.length} of ${all.length}`, message });
  }
  return done;
}
