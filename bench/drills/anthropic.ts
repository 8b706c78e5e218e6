import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Result, settle } from './audit';
import type { Ground } from './ground';
import { arrive, type Crowd, checkAll } from './people';
import { AMBIGUOUS_FROM, PRICELESS_FROM } from './shop';
import { ifInTime } from './slowness';

/** After four calls in a row that failed none is tried for a minute (ai/guarded-reader.ts). */
const REST_MS = 61_000;
/** The short form makes three. */
const BETWEEN_MS = 3_000;

/**
 * The only model is gone: where code alone is not sure the person is asked, and where it finds nothing the check is
 * told to be ours to answer for, free of charge. Then the model is back.
 */
export async function holdAnthropic(ground: Ground, isShort: boolean): Promise<Result[]> {
  const { model } = ground;
  const unsure = await arrive(ground, { people: 1, monitors: isShort ? 2 : 4, from: AMBIGUOUS_FROM });
  const empty = await arrive(ground, { people: 1, monitors: isShort ? 1 : 2, from: PRICELESS_FROM });
  const [doubts, misses] = [count(unsure), count(empty)];
  const asked = model.asked;
  await model.leave();
  const without = [await checkAll(unsure), await checkAll(empty)];
  await model.comeBack();
  await sleep(isShort ? BETWEEN_MS : REST_MS);
  const again = [await checkAll(unsure), await checkAll(empty)];
  const gone = 'Anthropic gone and back';
  const results = [
    await settle(`${gone}, a doubt`, ground, unsure, { fact_missing: doubts }),
    await settle(`${gone}, no price`, ground, empty, { reader_unavailable: misses, fact_missing: misses }),
  ];
  const faults = results[0]?.faults ?? [];
  const isAll = (outcomes: string[] | undefined, wanted: string) => {
    const isSo = outcomes?.every((outcome) => outcome === wanted);
    faults.push(...ifInTime(isSo ? [] : [`${outcomes} where all should be ${wanted}`]));
  };
  isAll(without[0], 'fact_missing');
  isAll(without[1], 'reader_unavailable');
  isAll(again[0], 'value');
  isAll(again[1], 'fact_missing');
  faults.push(...(await auditCalls(ground, [unsure, empty], model.asked - asked)));
  return results;
}

const count = ({ people }: Crowd) => people.flatMap(({ monitors }) => monitors).length;

/** Each call that was answered is paid once, and nothing is set aside for one that was not. */
async function auditCalls({ db }: Ground, crowds: Crowd[], answered: number): Promise<string[]> {
  const people = crowds.flatMap((crowd) => crowd.people.map(({ userId }) => userId));
  const { rows } = await sql<{ paid: number; open: number }>`
    SELECT count(*) FILTER (WHERE outcome = 'ok' AND cost_usd > 0)::int AS paid,
      (SELECT count(*) FROM ai_reservations)::int AS open
    FROM ai_usage WHERE user_id = ANY(${people}::uuid[])`.execute(db);
  const { paid = 0, open = 0 } = rows[0] ?? {};
  if (paid === answered && open === 0) return [];
  return [`${paid} calls were paid and ${open} are open, ${answered} were answered`];
}
