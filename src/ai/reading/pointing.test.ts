import { describe, expect, it } from 'vitest';
import { type Question, questionOf } from '@/domain/contract/reading';
import { isOfKind } from '@/domain/value/fact-value';
import type { FactValue } from '@/domain/value/value';
import { interpretSentence } from '@/interpret/interpret-sentence';
import { snapshotOf } from '@/test/snapshot-of';
import { askPage } from './fitting';
import { offerCandidates } from './offer-candidates';
import { readPointed as readPointedOn } from './read-pointed';
import { readByRecipe as readByRecipeOn } from './recipe';

const NOW = new Date('2026-11-22T12:00:00Z');
const PRICE: Question = {
  prompt: 'Tell me when the ticket costs less than $60',
  fact: 'ticket price',
  item: null,
  property: 'price',
  factType: 'number',
  unit: 'USD',
  language: 'en',
};

function interpretedOf(prompt: string) {
  const { interpretation } = interpretSentence(prompt, { now: NOW, timeZone: 'UTC' });
  if (interpretation === null) throw new Error(`Not understood: ${prompt}`);
  return interpretation;
}

type Page = Awaited<ReturnType<typeof snapshotOf>>;
const candidatesOn = (question: Question, page: Page, now: Date) => offerCandidates(askPage(question, page, now));
const readPointed = (question: Question, page: Page, span: Parameters<typeof readPointedOn>[1]) =>
  readPointedOn(askPage(question, page, NOW), span);
const readByRecipe = (recipe: Parameters<typeof readByRecipeOn>[1], question: Question, page: Page) =>
  readByRecipeOn(askPage(question, page, NOW), recipe);

interface Evening {
  day: string;
  price: string;
}

const FRIDAY: Evening = { day: 'Friday', price: '$64.50' };
const SATURDAY: Evening = { day: 'Saturday', price: '$72.00' };

const concert = (evenings: Evening[], header = 'Ticket price') =>
  snapshotOf(`<html lang="en"><title>Quartet</title><main><h1>The Quartet</h1><p>Seats for 120, doors 19:00.</p>
    <table><tr><th>Evening</th><th>Time</th><th>${header}</th></tr>
    ${evenings.map(({ day, price }) => `<tr><th>${day}</th><td>20:00</td><td>from ${price}</td></tr>`).join('')}
    </table><p>A fee of $2.50 is added to each order.</p></main>`);

/** Where it stands on the page. */
function at({ text }: { text: string }, quote: string) {
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`The page lacks ${quote}`);
  return { start, end: start + quote.length };
}

async function pointed(question: Question, page: Awaited<ReturnType<typeof snapshotOf>>, quote: string) {
  const result = readPointed(question, page, at(page, quote));
  if (result.outcome !== 'value' || result.recipe === null) throw new Error(JSON.stringify(result));
  return { ...result, recipe: result.recipe };
}

describe('candidates to choose from', () => {
  it('are of the asked type and unit, numbered, named by their headers, those named like the fact first', async () => {
    const page = await concert([FRIDAY, SATURDAY]);
    const offered = candidatesOn(PRICE, page, NOW);
    const shown = offered.slice(0, 3).map(({ number, quote, label }) => [number, quote, label]);
    expect(shown.map(([, quote, label]) => [quote, label]).sort()).toEqual([
      ['$2.50', expect.any(String)],
      ['$64.50', 'Friday · Ticket price'],
      ['$72.00', 'Saturday · Ticket price'],
    ]);
    expect(offered.map(({ number }) => number)).toEqual(offered.map((_, at) => at + 1));
    for (const { span, quote } of offered) expect(page.text.slice(span.start, span.end)).toBe(quote);
  });

  it('are ten at most on a page with thousands', async () => {
    const page = await snapshotOf(`<p>${Array.from({ length: 3_000 }, (_, n) => `$${n}.00`).join('</p><p>')}</p>`);
    expect(candidatesOn(PRICE, page, NOW)).toHaveLength(10);
  });

  it('are ten of the asked kind alone where the contract is fixed, whatever else the sentence may mean', async () => {
    const prompt = 'What does Saturday say? Tell me when it changes';
    const question = questionOf(prompt, interpretedOf(prompt));
    const evenings = Array.from({ length: 5 }, (_, n) => ({ day: `Saturday ${n}`, price: `$${n}.50` }));
    const page = await concert(evenings);
    const isOther = ({ value }: { value: FactValue }): boolean => !isOfKind(value, question);
    expect(candidatesOn(question, page, NOW).some(isOther)).toBe(true);
    const fixed = candidatesOn({ ...question, isFixed: true }, page, NOW);
    expect(fixed).toHaveLength(10);
    expect(fixed.some(isOther)).toBe(false);
  });

  it.each([
    ['date', 'Opens on 3 May 2027, room 12', '2027-05-03'],
    ['version', 'Release 4.12.1 of May', '4.12.1'],
  ])('are texts of the asked kind: %s', async (unit, line, text) => {
    const question: Question = { ...PRICE, factType: 'string', unit };
    const offered = candidatesOn(question, await snapshotOf(`<p>${line}</p>`), NOW);
    expect(offered[0]?.value).toEqual({ type: 'string', text, unit });
  });
});

describe('what a person points at', () => {
  it('is read with its literal quote and a recipe that follows it when other values change and move', async () => {
    const page = await concert([FRIDAY, SATURDAY]);
    const { value, evidence, recipe, reader } = await pointed(PRICE, page, '$72.00');
    expect([value, evidence.quote, reader]).toMatchObject([{ number: '72', unit: 'USD' }, '$72.00', 'person']);
    const sunday = { day: 'Sunday', price: '$9.00' };
    const later = await concert([sunday, { ...SATURDAY, price: '$55.00' }, FRIDAY]);
    expect(readByRecipe(recipe, PRICE, later)).toMatchObject({ value: { number: '55' }, reader: 'recipe' });
  });

  it('is never another value: gone, named otherwise or laid out anew, it is a miss', async () => {
    const { recipe } = await pointed(PRICE, await concert([FRIDAY, SATURDAY]), '$72.00');
    const changed = [
      await concert([FRIDAY]),
      await concert([FRIDAY, { day: 'Sunday', price: '$72.00' }]),
      await concert([FRIDAY, SATURDAY], 'Members'),
      await snapshotOf('<h1>The Quartet</h1><p>Saturday, ticket price: now from $12.00</p>'),
    ];
    for (const page of changed) expect(readByRecipe(recipe, PRICE, page)).toBeNull();
  });

  it('may be an old price: nothing of it is judged', async () => {
    const shop = (was: string) => snapshotOf(`<h1>Kettle</h1><p>Was <s>${was}</s></p><p>Now <b>$20.00</b></p>`);
    const { recipe } = await pointed(PRICE, await shop('$49.00'), '$49.00');
    expect(readByRecipe(recipe, PRICE, await shop('$45.00'))).toMatchObject({ value: { number: '45' } });
  });

  it('is typed by our parsers, wherever in the text the value stands', async () => {
    const page = await concert([FRIDAY, SATURDAY]);
    const fee = await pointed(PRICE, page, 'A fee of $2.50 is added to each order.');
    expect(fee).toMatchObject({ value: { number: '2.5', unit: 'USD' }, evidence: { quote: '$2.50' } });
    const text = await pointed({ ...PRICE, factType: 'string', unit: null }, page, 'The Quartet');
    expect(text.value).toEqual({ type: 'string', text: 'The Quartet', unit: null });
    const stock = await snapshotOf('<h1>Kettle</h1><p>Colour blue</p><p>Delivery: Sold out</p>');
    const sign = await pointed({ ...PRICE, factType: 'boolean', unit: null }, stock, 'Delivery: Sold out');
    expect(sign.value).toEqual({ type: 'boolean', boolean: false });
  });

  it('is refused with what was expected where it is of another type', async () => {
    const page = await concert([FRIDAY, SATURDAY]);
    expect(readPointed(PRICE, page, at(page, 'The Quartet'))).toMatchObject({
      outcome: 'fact_missing',
      message: '“The Quartet” is not a number in USD. Point at another text.',
    });
  });

  it('is refused where nothing on the page tells its place', async () => {
    const page = await snapshotOf('<p>$1.00</p><p>$2.00</p><p>$3.00</p>');
    expect(readPointed(PRICE, page, at(page, '$2.00'))).toMatchObject({ outcome: 'fact_missing' });
  });
});

describe('a yes or no that a person points at', () => {
  const ASKED: Question = {
    ...PRICE,
    prompt: 'Tell me when it opens',
    property: 'status',
    factType: 'boolean',
    unit: null,
  };
  const pools = (mill: string) =>
    snapshotOf(`<html lang="en"><h1>Pools</h1><div class="p"><h3>Mill Lane</h3><p>${mill}</p></div>
      <div class="p"><h3>Quayside</h3><p>Open</p></div></html>`);

  it('may be a state that is no word of shops', async () => {
    const { value, recipe } = await pointed(ASKED, await pools('Closed for repairs'), 'Closed for repairs');
    expect(value).toEqual({ type: 'boolean', boolean: false });
    const again = async (mill: string) => readByRecipe(recipe, ASKED, await pools(mill));
    expect(await again('Open')).toMatchObject({ value: { boolean: true } });
    expect(await again('Closed until May')).toMatchObject({ value: { boolean: false } });
    expect(await again('Ask at the desk')).toBeNull();
  });

  const sizes = (...lines: string[]) =>
    snapshotOf(`<html lang="en"><h1>Trail boot</h1><h2>Sizes</h2>
      <ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul></html>`);

  it('may be an entry among others: yes while it stands there and can be had', async () => {
    const { value, recipe, evidence } = await pointed(ASKED, await sizes('Size 41', 'Size 42', 'Size 43'), 'Size 42');
    expect([value, evidence.quote]).toEqual([{ type: 'boolean', boolean: true }, 'Size 42']);
    const again = async (...lines: string[]) => readByRecipe(recipe, ASKED, await sizes(...lines));
    expect(await again('Size 40', 'Size 42', 'Size 43')).toMatchObject({ value: { boolean: true } });
    expect(await again('Size 41', 'Size 43')).toMatchObject({
      value: { boolean: false },
      evidence: { quote: 'Size 41' },
    });
    // Of a list that did not load, or is another one, nothing is concluded.
    expect(await again()).toBeNull();
    expect(await again('Black', 'Red')).toBeNull();
    const cut = { ...(await sizes('Size 41', 'Size 43')), cut: { of: 'text', readTo: 30 } } as const;
    expect(readByRecipe(recipe, ASKED, cut)).toBeNull();
  });

  it('is no while its row denies it', async () => {
    const page = await sizes('<b>Size 41</b> In stock', '<b>Size 42</b> Sold out', '<b>Size 43</b> In stock');
    const { value, evidence } = await pointed(ASKED, page, 'Size 42');
    expect([value, evidence.quote]).toEqual([{ type: 'boolean', boolean: false }, 'Sold out']);
  });

  it('is refused where its absence would prove nothing', async () => {
    const page = await snapshotOf('<h1>Notice</h1><p>We thank all our members.</p>');
    expect(readPointed(ASKED, page, at(page, 'We thank all our members.'))).toMatchObject({
      outcome: 'fact_missing',
      message: expect.stringContaining('says neither yes nor no'),
    });
  });
});

describe('a list that a person points at', () => {
  const LIST: Question = {
    ...PRICE,
    prompt: 'Tell me about new homes',
    property: 'homes',
    factType: 'object',
    unit: null,
  };
  const homes = (...articles: string[]) =>
    snapshotOf(`<html lang="en"><h1>Homes</h1><section class="res">${articles.join('')}</section></html>`);
  const home = (name: string, more = '') => `<article${more}><h2>${name}</h2><p>62 m²</p></article>`;
  const itemsOf = (result: ReturnType<typeof readByRecipe>) =>
    result?.outcome === 'value' && result.value.type === 'object' ? result.value.items : null;

  it('is read without what is no entry of it', async () => {
    const { recipe } = await pointed(LIST, await homes(home('Kerk 12'), home('Have 88'), home('Lind 3')), 'Kerk 12');
    const later = await homes(
      home('Kerk 12'),
      home('Save your search', ' class="promo"'),
      home('Have 88'),
      home('Lind 3'),
    );
    expect(itemsOf(readByRecipe(recipe, LIST, later))).toEqual(['Kerk 12', 'Have 88', 'Lind 3']);
  });

  it('is refused where each entry holds its price, which would look like another entry', async () => {
    const card = (name: string, price: string) =>
      `<a class="card" href="/"><span>${name}</span> <span>${price}</span></a>`;
    const page = await snapshotOf(
      `<h1>New</h1><div class="cards">${card('Moss ink', '$18')}${card('Pen', '$64')}</div>`,
    );
    expect(readPointed(LIST, page, at(page, 'Moss ink'))).toMatchObject({
      outcome: 'fact_missing',
      message: expect.stringContaining('hold their prices'),
    });
  });
});
