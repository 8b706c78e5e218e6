import { expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';

const database = useDatabase();
const rest = useRest(database);

const URL_OF_PAGE = 'https://hall.example.org/quartet';
const PROMPT = `Tell me when a ticket for the quartet costs less than $60 ${URL_OF_PAGE}`;
const HTML = `<html lang="en"><title>Quartet</title><main><h1>The Quartet</h1>
  <p>Four voices, one hall, no microphones: songs of their third record.</p>
  <table><tr><th>Evening</th><th>Time</th><th>Price</th></tr>
  <tr><th>Friday</th><td>20:00</td><td>from $64.50</td></tr>
  <tr><th>Saturday</th><td>20:00</td><td>from $72.00</td></tr></table></main>`;

async function tokenOf() {
  const { id } = await insertUser(database.db);
  return openBearerSession(id, { userAgent: null, ip: null });
}

it('saves nothing of an unsure prompt, answers what may be chosen, and saves the choice', async () => {
  rest.deps.scraper.pages.set(URL_OF_PAGE, { html: HTML });
  const token = await tokenOf();
  const post = (more: object, as = token) =>
    rest.send('POST', '/api/monitors', { token: as, body: { prompt: PROMPT, ...more } });
  const count = async () => (await (await rest.send('GET', '/api/monitors', { token })).json()).total;

  const unsure = await post({});
  expect(unsure.status).toBe(422);
  const { error } = await unsure.json();
  expect(error).toMatchObject({ code: 'unprocessable', reason: 'unsure', previewId: expect.any(String) });
  expect(error.candidates.slice(0, 2)).toEqual([
    { number: 1, value: 64.5, quote: '$64.50', label: 'Friday · Price', box: null, probability: expect.any(Number) },
    { number: 2, value: 72, quote: '$72.00', label: 'Saturday · Price', box: null, probability: expect.any(Number) },
  ]);
  expect(await count()).toBe(0);

  const { previewId } = error;
  expect((await post({ previewId, candidate: 2 }, await tokenOf())).status).toBe(404);
  expect((await post({ candidate: 2 })).status).toBe(400);
  expect((await post({ previewId, candidate: 11 })).status).toBe(400);
  expect((await post({ previewId: 'one', candidate: 1 })).status).toBe(400);
  expect(await count()).toBe(0);

  const saved = await post({ previewId, candidate: 2 });
  expect(saved.status).toBe(201);
  expect((await saved.json()).monitor).toMatchObject({ currentValue: 72, lastChecked: expect.any(String) });
  expect((await post({ previewId, candidate: 1 })).status).toBe(404);
});

it('needs no choice where the prompt is sure, or where the page cannot be read', async () => {
  const token = await tokenOf();
  const pages = [{ html: '<html lang="en"><h1>Kettle One</h1><p>Price: <b>$279.00</b></p><p>In stock</p>' }, null];
  for (const page of pages) {
    rest.deps.scraper.pages.clear();
    if (page) rest.deps.scraper.pages.set(URL_OF_PAGE, page);
    const body = { prompt: `Tell me when the Kettle One costs less than $200 ${URL_OF_PAGE}` };
    const answer = await rest.send('POST', '/api/monitors', { token, body });
    expect(answer.status).toBe(201);
    expect((await answer.json()).monitor).toMatchObject({ currentValue: null, lastChecked: null });
  }
});

it('saves nothing of a sentence with two conditions, and names the one that would be left out', async () => {
  rest.deps.scraper.pages.set(URL_OF_PAGE, { html: HTML });
  const token = await tokenOf();
  const prompt = `Tell me when the Kettle One drops below $200 and is in stock ${URL_OF_PAGE}`;
  const answer = await rest.send('POST', '/api/monitors', { token, body: { prompt } });
  expect(answer.status).toBe(422);
  expect((await answer.json()).error).toMatchObject({
    reason: 'unsure',
    message: expect.stringContaining('“is in stock” was left out'),
  });
});

it('shows what a monitor that lost its value may go on with, and takes the choice', async () => {
  rest.deps.scraper.pages.set(URL_OF_PAGE, { html: HTML });
  const token = await tokenOf();
  const body = { prompt: PROMPT };
  const { error } = await (await rest.send('POST', '/api/monitors', { token, body })).json();
  const choice = { previewId: error.previewId, candidate: 2 };
  const { monitor } = await (await rest.send('POST', '/api/monitors', { token, body: { ...body, ...choice } })).json();
  rest.deps.scraper.pages.set(URL_OF_PAGE, { html: HTML.replace('Saturday', 'Sunday').replace('$72', '$75') });

  const path = `/api/monitors/${monitor.id}`;
  expect((await rest.send('POST', `${path}/preview`, { token: await tokenOf() })).status).toBe(404);
  const looked = await rest.send('POST', `${path}/preview`, { token });
  expect(looked.status).toBe(200);
  const { preview } = await looked.json();
  expect(preview).toMatchObject({ outcome: 'fact_missing', value: null, previewId: expect.any(String) });
  expect(preview.candidates[1]).toMatchObject({ number: 2, value: 75, label: 'Sunday · Price' });

  const { previewId } = preview;
  expect((await rest.send('PUT', path, { token, body: { previewId } })).status).toBe(422);
  const taken = await rest.send('PUT', path, { token, body: { previewId, candidate: 2 } });
  expect(taken.status).toBe(200);
  expect((await taken.json()).monitor).toMatchObject({ id: monitor.id, currentValue: 75, prompt: PROMPT });
  expect((await rest.send('PUT', path, { token, body: { previewId, candidate: 2 } })).status).toBe(404);
});

it('takes a contract in place of what would be understood, and says which field of it is wrong', async () => {
  rest.deps.scraper.pages.set(URL_OF_PAGE, { html: HTML });
  const token = await tokenOf();
  const prompt = `hmm, hmm, hmm ${URL_OF_PAGE}`;
  const contract = {
    item: 'Saturday',
    property: 'Price',
    factType: 'number',
    unit: 'USD',
    operator: 'lt',
    value: '60',
  };
  const post = (more: object) => rest.send('POST', '/api/monitors', { token, body: { prompt, ...more } });
  const saved = async (answer: Response) => {
    if (answer.status !== 422) return answer.json();
    const { previewId, candidates } = (await answer.json()).error;
    const { number: candidate } = candidates.find(({ value }: { value: number }) => value === 72);
    return (await post({ contract, previewId, candidate })).json();
  };
  const { monitor, interpretation } = await saved(await post({ contract }));
  expect(interpretation).toMatchObject({
    type: 'state',
    triggerCondition: 'Fires when Price of Saturday in USD is below $60.00.',
  });
  expect((await post({ contract: { ...contract, value: null } })).status).toBe(400);
  expect((await post({ contract: { ...contract, secret: 1 } })).status).toBe(400);
  const wrong = await post({ contract: { ...contract, value: 'cheap' } });
  expect(wrong.status).toBe(422);
  expect((await wrong.json()).error.fields).toEqual({ 'contract.value': ['“cheap” is not a number in USD.'] });
  const body = { contract: { ...contract, value: '50' } };
  const changed = await rest.send('PUT', `/api/monitors/${monitor.id}`, { token, body });
  expect(changed.status).toBe(200);
  const { evaluations } = await (await rest.send('GET', `/api/monitors/${monitor.id}/evaluations`, { token })).json();
  expect(evaluations.length).toBeLessThanOrEqual(1);
});

it('saves nothing that cannot be compared, says what to do, and saves it corrected', async () => {
  rest.deps.scraper.pages.clear();
  const html = '<html lang="en"><title>Tea</title><h1>Kettle One</h1><p>Price: <b>€279.00</b></p><p>In stock</p>';
  rest.deps.scraper.pages.set(URL_OF_PAGE, { html });
  const token = await tokenOf();
  const prompt = `Tell me when the Kettle One costs less than 300 US dollars ${URL_OF_PAGE}`;
  const post = (more: object = {}) => rest.send('POST', '/api/monitors', { token, body: { prompt, ...more } });
  const refused = await post();
  expect(refused.status).toBe(422);
  const { error } = await refused.json();
  expect(error).toMatchObject({ reason: 'not_comparable', previewId: expect.any(String) });
  expect(error.message).toContain('€279.00 cannot be compared with $300.00');
  expect(error.message).toContain('`contract`');
  expect((await post({ previewId: error.previewId })).status).toBe(422);
  const total = async () => (await (await rest.send('GET', '/api/monitors', { token })).json()).total;
  expect(await total()).toBe(0);

  const contract = {
    item: 'Kettle One',
    property: 'price',
    factType: 'number',
    unit: 'EUR',
    operator: 'lt',
    value: '300',
  };
  expect((await post({ contract })).status).toBe(201);
  expect(await total()).toBe(1);
});
