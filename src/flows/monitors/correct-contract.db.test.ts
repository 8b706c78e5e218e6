import { expect, it } from 'vitest';
import { Correction } from '@/domain/contract/correction';
import type { DomainError } from '@/domain/errors';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { MemoryScraper } from '@/test/memory-scraper';
import { claudeAnswer, interpretAnswer } from '@/test/model-answers';
import { previewDeps } from '@/test/preview-deps';
import { FOUND, useStubModels } from '@/test/stub-models';
import { createMonitor } from './create-monitor';
import { listPageValues } from './list-page-values';
import { previewMonitor } from './preview-monitor';
import { updateMonitor } from './update-monitor';

const database = useDatabase();
const URL = 'https://shop.example.org/kettle-one';
const PROMPT = `Tell me when the Kettle One costs less than $300 ${URL}`;
const HTML = `<html lang="en"><title>Kettles</title><main><h1>Kettle One</h1><p>Price: <b>$283.00</b></p>
  <table><tr><th>Weight</th><td>1.7 kg</td></tr></table><p>Hot tea, quiet kitchen, five years of warranty.</p></main>`;
const WEIGHT = Correction.parse({ property: 'weight', factType: 'number', unit: 'kg', operator: 'lt', value: '2' });

/** Readers that count how often a sentence was interpreted. */
async function given() {
  const scraper = new MemoryScraper();
  scraper.pages.set(URL, { html: HTML });
  const { readers, ...rest } = previewDeps(database, scraper);
  const counted = { interpreted: 0 };
  const deps = {
    ...rest,
    readers: {
      ...readers,
      interpret: (...asked: Parameters<typeof readers.interpret>) => {
        counted.interpreted += 1;
        return readers.interpret(...asked);
      },
    },
    settings: { ...rest.settings, refreshIntervalMs: 0 },
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

it('reads an address without a scheme over https, in the sentence and beside it', async () => {
  const { deps, userId } = await given();
  const nowhere = 'Tell me when the Kettle One costs less than $300';
  const asked = [
    { prompt: nowhere, source: 'shop.example.org/kettle-one' },
    { prompt: PROMPT.replace('https://', '') },
  ];
  for (const one of asked) {
    const { id, interpretation, reading } = await previewMonitor(deps, { userId, ...one });
    expect(interpretation.sources).toEqual([URL]);
    expect(reading?.value).toMatchObject({ number: '283' });
    const monitor = await createMonitor(deps, { userId, ...one, previewId: id ?? undefined });
    expect(monitor).toMatchObject({ currentValue: { number: '283' }, interpretation: { sources: [URL] } });
  }
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

it('makes and changes no monitor that could never alert', async () => {
  const { deps, userId } = await given();
  const { id: monitorId } = await createMonitor(deps, { userId, prompt: PROMPT });
  const prompt = PROMPT.replace('$300', '300 euros');
  const { id, reading } = await previewMonitor(deps, { userId, prompt });
  expect(reading?.obstacle).toMatchObject({ reason: 'not_comparable', unit: 'USD' });
  const request = { userId, prompt, previewId: id ?? undefined };
  const reason = (call: Promise<unknown>) =>
    call.catch((error: DomainError) => [error.code, error.reason, error.message]);
  const refusal = ['unprocessable', 'not_comparable', expect.stringMatching(/\(USD\), .* Nothing was saved\.$/)];
  expect(await reason(createMonitor(deps, request))).toEqual(refusal);
  expect(await reason(updateMonitor(deps, { ...request, monitorId }))).toEqual(refusal);
  const contract = Correction.parse({
    property: 'price',
    factType: 'number',
    unit: 'USD',
    operator: 'lt',
    value: '300',
  });
  const corrected = await previewMonitor(deps, { userId, prompt, contract, corrects: id ?? undefined });
  expect(corrected.reading?.obstacle).toBeNull();
  const saved = await updateMonitor(deps, {
    userId,
    monitorId,
    prompt,
    contract,
    previewId: corrected.id ?? undefined,
  });
  expect(saved).toMatchObject({ prompt, currentValue: { number: '283', unit: 'USD' } });
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

const models = useStubModels();
const KETTLE = '<html lang="en"><title>Tea</title><h1>Kettle One</h1><p>The kettle for tea. <b>$279.00</b> today</p>';

it('asks no model again: what it found is found there, and what it did not is the person to point at', async () => {
  const { deps, userId } = await given();
  deps.scraper.pages.set(URL, { html: KETTLE });
  const readers = models.readers({ order: ['claude'] });
  models.claude.answers.push(claudeAnswer(interpretAnswer({ sources: [URL] })), claudeAnswer(FOUND));
  const asking = { ...deps, readers };
  const first = await previewMonitor(asking, { userId, prompt: PROMPT });
  expect(first.reading).toMatchObject({ reader: 'claude', value: { number: '279' } });
  expect(models.claude.requests).toHaveLength(2);

  const { property, item, exclude = [], language } = first.interpretation;
  const contract = Correction.parse({
    ...{ property, item, exclude, language, factType: 'number', unit: 'USD', operator: 'lt', value: '250' },
  });
  const corrects = first.id ?? undefined;
  const second = await previewMonitor(asking, { userId, prompt: PROMPT, contract, corrects });
  expect(second).toMatchObject({
    interpretedBy: 'person',
    reading: { reader: 'recipe', value: { number: '279' }, sentence: 'No alert: $279.00 is not below $250.00.' },
  });
  const other = await previewMonitor(asking, { userId, prompt: PROMPT, contract: WEIGHT, corrects });
  expect(other.reading?.value).toBeNull();
  const nowhere = 'Tell me when the Kettle One costs less than $300';
  expect(await previewMonitor(asking, { userId, prompt: nowhere, contract })).toMatchObject({ proposals: [] });
  expect(models.claude.requests).toHaveLength(2);
});

it('takes no place that a stranger found', async () => {
  const { deps, userId } = await given();
  deps.scraper.pages.set(URL, { html: KETTLE });
  const readers = models.readers({ order: ['claude'] });
  models.claude.answers.push(claudeAnswer(interpretAnswer({ sources: [URL] })), claudeAnswer(FOUND));
  const { id, interpretation } = await previewMonitor({ ...deps, readers }, { userId, prompt: PROMPT });
  const { property, item, language } = interpretation;
  const contract = Correction.parse({ property, item, language, factType: 'number', unit: 'USD', operator: 'any' });
  const stranger = (await insertUser(database.db)).id;
  const request = { userId: stranger, prompt: PROMPT, contract, corrects: id ?? undefined };
  const preview = await previewMonitor({ ...deps, readers }, request);
  expect(preview.reading?.reader).not.toBe('recipe');
});
