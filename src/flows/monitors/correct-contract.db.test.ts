import { expect, it } from 'vitest';
import { createMemoryLedger, createReaders } from '@/ai/create-readers';
import { rulesHere } from '@/ai/rules';
import { Correction } from '@/domain/contract/correction';
import type { DomainError } from '@/domain/errors';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { MemoryScraper } from '@/test/memory-scraper';
import { createMonitor } from './create-monitor';
import { listPageValues } from './list-page-values';
import { previewMonitor } from './preview-monitor';
import { createPreviewTurns } from './preview-turns';
import { updateMonitor } from './update-monitor';

const database = useDatabase();
const NOW = new Date('2026-11-22T12:00:00Z');
const URL = 'https://shop.example.org/kettle-one';
const PROMPT = `Tell me when the Kettle One costs less than $300 ${URL}`;
const HTML = `<html lang="en"><title>Kettles</title><main><h1>Kettle One</h1><p>Price: <b>$283.00</b></p>
  <table><tr><th>Weight</th><td>1.7 kg</td></tr></table><p>Hot tea, quiet kitchen, five years of warranty.</p></main>`;
const WEIGHT = Correction.parse({ property: 'weight', factType: 'number', unit: 'kg', operator: 'lt', value: '2' });

/** Readers that count how often a sentence was interpreted. */
async function given() {
  const scraper = new MemoryScraper();
  scraper.pages.set(URL, { html: HTML });
  const readers = createReaders(
    { order: ['offline'], claude: null, openai: null, limits: { monthlyUsd: '0', personDailyUsd: '0' }, callMs: 1_000 },
    createMemoryLedger(),
    rulesHere,
  );
  const counted = { interpreted: 0 };
  const settings = {
    appUrl: '',
    refreshIntervalMs: 0,
    refreshesPerDay: 50,
    evaluationDeadlineMs: 5_000,
    leaseMs: 1_000,
  };
  const deps = {
    db: database.db,
    scraper,
    readers: {
      ...readers,
      interpret: (...asked: Parameters<typeof readers.interpret>) => {
        counted.interpreted += 1;
        return readers.interpret(...asked);
      },
    },
    now: () => NOW,
    settings,
    previewTurns: createPreviewTurns(),
    wakeMail: null,
  };
  const { id: userId } = await insertUser(database.db);
  return { deps, userId, counted };
}

it('reads the page by what the person wrote, interprets nothing, and is saved so', async () => {
  const { deps, userId, counted } = await given();
  const preview = await previewMonitor(deps, { userId, prompt: PROMPT, contract: WEIGHT });
  expect(preview).toMatchObject({
    interpretation: { property: 'weight', unit: 'kg', sources: [URL], language: 'en' },
    triggerCondition: 'Fires when the weight in kg is below 2 kg.',
    interpretedBy: 'person',
  });
  const chosen = preview.page?.candidates.find(({ quote }) => quote === '1.7 kg')?.number;
  const request = { userId, prompt: PROMPT, contract: WEIGHT, previewId: preview.id ?? undefined, candidate: chosen };
  const monitor = await createMonitor(deps, request);
  expect(monitor).toMatchObject({
    interpretation: preview.interpretation,
    triggerCondition: preview.triggerCondition,
    currentValue: { number: '1.7', unit: 'kg' },
    triggerCount: 1,
  });
  expect(counted.interpreted).toBe(0);
});

it('takes no preview of another contract', async () => {
  const { deps, userId } = await given();
  const { id } = await previewMonitor(deps, { userId, prompt: PROMPT });
  const request = { userId, prompt: PROMPT, contract: WEIGHT, previewId: id ?? undefined };
  expect(await createMonitor(deps, request)).toMatchObject({ lastOutcome: null, interpretation: { unit: 'kg' } });
  const refused = createMonitor(deps, { ...request, candidate: 1 }).catch(({ reason }: DomainError) => reason);
  expect(await refused).toBe('preview_of_another');
});

it('wins over a changed sentence, stays with a new name, and gives way to the next sentence alone', async () => {
  const { deps, userId, counted } = await given();
  const { id: monitorId } = await createMonitor(deps, { userId, prompt: PROMPT });
  const change = (more: object) => updateMonitor(deps, { userId, monitorId, ...more });
  const prompt = `How heavy is it? ${URL}`;
  counted.interpreted = 0;
  expect(await change({ prompt, contract: WEIGHT })).toMatchObject({ prompt, interpretation: { property: 'weight' } });
  expect(await change({ name: 'Tea' })).toMatchObject({ name: 'Tea', interpretation: { property: 'weight' } });
  const heavier = { ...WEIGHT, value: '3' };
  expect(await change({ contract: heavier })).toMatchObject({ triggerCondition: expect.stringContaining('3 kg') });
  expect(counted.interpreted).toBe(0);
  expect(await change({ prompt: PROMPT })).toMatchObject({ interpretation: { property: 'price', unit: 'USD' } });
  expect(counted.interpreted).toBe(1);
  const audit = await database.db
    .selectFrom('auditLog')
    .select('details')
    .where('actorId', '=', userId)
    .where('action', '=', 'monitor.update')
    .orderBy('at')
    .orderBy('id')
    .execute();
  expect(audit.map(({ details }) => details)).toContainEqual({ changed: ['contract'] });
});

it('refuses what is wrong at its field', async () => {
  const { deps, userId } = await given();
  const contract = { ...WEIGHT, value: 'light' };
  await expect(createMonitor(deps, { userId, prompt: PROMPT, contract })).rejects.toMatchObject({
    code: 'unprocessable',
    reason: 'contract_invalid',
    fields: { 'contract.value': ['“light” is not a number in kg.'] },
  });
});

it('shows values of each kind on the page of a sentence that nobody understood', async () => {
  const { deps, userId } = await given();
  const { candidates, message } = await listPageValues(deps, { userId, prompt: `hmm, hmm, hmm ${URL}` });
  expect(message).toBeNull();
  expect(candidates.map(({ number }) => number)).toEqual(candidates.map((_one, at) => at + 1));
  const quotes = candidates.map(({ quote }) => quote);
  expect(quotes).toEqual(expect.arrayContaining(['$283.00', expect.stringContaining('1.7')]));
  expect(new Set(candidates.map(({ value }) => value.type))).toContain('string');
  const none = await listPageValues(deps, { userId, prompt: 'hmm, hmm, hmm' });
  expect(none).toEqual({ candidates: [], message: expect.stringContaining('no page') });
  const gone = await listPageValues(deps, { userId, prompt: 'hmm, hmm, hmm', source: 'https://gone.example.org' });
  expect(gone).toEqual({ candidates: [], message: 'gone' });
});

it('tells what a sentence may mean instead, each in other words, and nothing where it is sure', async () => {
  const { deps, userId } = await given();
  const unsure = await previewMonitor(deps, { userId, prompt: `Kettle One, more or less 300 dollars ${URL}` });
  expect(unsure.isSure).toBe(false);
  expect(unsure.alternatives.length).toBeGreaterThan(0);
  const said = [unsure, ...unsure.alternatives].map(({ triggerCondition }) => triggerCondition);
  expect(new Set(said).size).toBe(said.length);
  for (const { interpretation } of unsure.alternatives) expect(interpretation.sources).toEqual([URL]);
  expect(await previewMonitor(deps, { userId, prompt: PROMPT })).toMatchObject({ isSure: true, alternatives: [] });
});
