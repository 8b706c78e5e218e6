import { describe, expect, it } from 'vitest';
import type { Question } from '@/domain/contract/reading';
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
