import { countWebVitals } from '@/db/web-vitals';
import { ReportedVitals } from '@/domain/reported-vitals';
import type { Deps } from '../deps';

/** Counts what one page told of itself (JSON). False, and nothing, where that is something else. */
export async function keepWebVitals({ db, now }: Pick<Deps, 'db' | 'now'>, body: string): Promise<boolean> {
  const reported = ReportedVitals.safeParse(parsed(body));
  if (!reported.success) return false;
  await countWebVitals(db, reported.data, now());
  return true;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
