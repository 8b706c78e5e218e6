import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { EXPORT_KEPT_MS } from '@/domain/account/account-access';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { doAll, MAINTENANCE } from '../upkeep/do-maintenance';
import { makeExports, readExport, requestExport } from './export-data';
import { mailPasswordReset } from './reset-password';

const database = useDatabase();
const deps = accountDeps(database);

async function insertFacts(monitorId: string, count: number): Promise<void> {
  await database.db
    .insertInto('facts')
    .values(
      Array.from({ length: count }, (_, index) => ({
        monitorId,
        evaluationId: '00000000-0000-4000-8000-000000000000',
        extractedAt: new Date(Date.now() - index * 1000),
        outcome: 'value' as const,
        value: JSON.stringify({ type: 'number', number: String(index), unit: 'USD' }),
        source: 'https://shop.example.org/',
        processingTime: 5,
        changeType: 'stable' as const,
        confidence: 1,
        quote: index === 0 ? '=HYPERLINK("https://evil.example")' : `$${index}`,
        crop: index === 0 ? Buffer.from('picture') : null,
        cropMediaType: index === 0 ? ('image/jpeg' as const) : null,
        reader: 'offline' as const,
        look: 'full' as const,
        sentence: 'No alert.',
      })),
    )
    .execute();
}

async function unzip(userId: string, id: string): Promise<Record<string, string>> {
  const bytes = await readExport(deps, userId, id);
  if (bytes === null) throw new Error('There is no export');
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
}

describe('an export', () => {
  it('holds every row of the person and none of another, as JSON and as CSV', async () => {
    const user = await insertUser(database.db, { passwordHash: '$argon2id$secret' });
    const monitor = await insertMonitor(database.db, { userId: user.id, name: 'Mine' });
    const other = await insertMonitor(database.db, { name: 'Not mine' });
    await insertFacts(monitor.id, 1_203);
    await insertFacts(other.id, 3);
    await mailPasswordReset(deps, user.email);
    const secret = await deps.secretTo(user.email);
    const bounced = { reason: 'bounce' as const, detail: 'no such user' };
    await database.db
      .insertInto('suppressions')
      .values({ email: user.email.toUpperCase(), ...bounced })
      .execute();
    const link = 'https://m.example.org/unsubscribe?token=abc.def-1';
    const mail = { userId: user.id, recipient: user.email, kind: 'alert' as const, subject: 'Tea', htmlContent: link };
    await database.db
      .insertInto('emailNotifications')
      .values({ ...mail, plainTextContent: link })
      .execute();

    const { id, state } = await requestExport(deps, user.id);
    expect(state).toBe('queued');
    expect(await makeExports(deps)).toBe(1);
    const files = await unzip(user.id, id);
    const facts = JSON.parse(files['facts.json'] ?? '') as { id: string; monitorId: string; crop?: unknown }[];
    expect(new Set(facts.map((fact) => fact.id)).size).toBe(1_203);
    expect(new Set(facts.map((fact) => fact.monitorId))).toEqual(new Set([monitor.id]));
    const csv = Papa.parse<Record<string, string>>(files['facts.csv'] ?? '', { header: true, skipEmptyLines: true });
    expect(csv.data).toHaveLength(1_203);
    expect(csv.data.filter((row) => row.quote?.startsWith("'=HYPERLINK"))).toHaveLength(1);
    expect(JSON.parse(files['account.json'] ?? '')).toMatchObject([{ id: user.id, email: user.email }]);
    expect(JSON.parse(files['monitors.json'] ?? '')).toMatchObject([{ name: 'Mine' }]);
    expect(Object.keys(files).filter((name) => name.startsWith('pictures/'))).toHaveLength(1);
    const all = Object.values(files).join('\n');
    expect(all).not.toContain('$argon2id$secret');
    expect(all).not.toContain(secret);
    expect(all).not.toContain('abc.def-1');
    expect(JSON.parse(files['email-stops.json'] ?? '')).toMatchObject([bounced]);
    expect(all).not.toContain('Not mine');
  });

  it('is for its owner only, and for a day', async () => {
    const user = await insertUser(database.db);
    const { id } = await requestExport(deps, user.id);
    await makeExports(deps);
    expect(await readExport(deps, (await insertUser(database.db)).id, id)).toBeNull();
    expect(await readExport(deps, user.id, id)).not.toBeNull();
    deps.pass(EXPORT_KEPT_MS);
    expect(await readExport(deps, user.id, id)).toBeNull();
    expect((await doAll(MAINTENANCE, deps, 365)).exportsRemoved).toBeGreaterThan(0);
    const left = await database.db.selectFrom('dataExports').select('id').where('id', '=', id).execute();
    expect(left).toEqual([]);
  });

  it('is made once, however many ask and however many make it, and five times a day', async () => {
    const user = await insertUser(database.db);
    const asked = await Promise.all(Array.from({ length: 8 }, () => requestExport(deps, user.id)));
    expect(new Set(asked.map((made) => made.id)).size).toBe(1);
    const made = await Promise.all([makeExports(deps), makeExports(deps), makeExports(deps)]);
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(1);
    for (let time = 0; time < 4; time += 1) {
      await requestExport(deps, user.id);
      await makeExports(deps);
    }
    await expect(requestExport(deps, user.id)).rejects.toMatchObject({ code: 'limited', reason: 'export_limit' });
  });
});
