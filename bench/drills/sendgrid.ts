import { setTimeout as sleep } from 'node:timers/promises';
import { type Result, settle } from './audit';
import type { Ground } from './ground';
import { arrive, checkAll } from './people';
import { ifInTime } from './slowness';

/**
 * SendGrid breaks off in the middle of answers to what it has accepted, is gone while more alerts are written, and
 * comes back.
 */
export async function holdSendGrid(ground: Ground, isShort: boolean): Promise<Result[]> {
  const crowd = await arrive(ground, { people: isShort ? 2 : 6, monitors: isShort ? 4 : 8, from: 200, together: true });
  const { mail } = ground;
  const begun = Promise.withResolvers<void>();
  let accepting = 0;
  mail.stub.answer = () => {
    accepting += 1;
    if (accepting === 2) begun.resolve();
    // Two are accepted whose answers never come; the rest finds nobody.
    return { status: 202, until: new Promise(() => undefined) };
  };
  const [outcomes] = await Promise.all([
    checkAll(crowd),
    begun.promise.then(async () => {
      await mail.leave();
      await sleep(3_000);
    }),
  ]);
  await mail.comeBack();
  const result = await settle('SendGrid gone and back', ground, crowd, {});
  const unlucky = outcomes.filter((outcome) => outcome !== 'value');
  result.faults.push(...ifInTime(unlucky.map((outcome) => `somebody got ${outcome}`)));
  return [result];
}
