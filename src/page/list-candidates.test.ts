import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../test/snapshot-of';
import { indexPage } from './index-page';
import { listCandidates } from './list-candidates';

async function listsIn(html: string): Promise<(readonly string[])[]> {
  const lists = listCandidates(indexPage(await snapshotOf(html)));
  return lists.map(({ value }) => (value.type === 'object' ? value.items : []));
}

const card = (day: string, name: string) =>
  `<li><a href="#"><p class="day">${day}</p><p class="kind">Talk</p><p class="name">${name}</p></a></li>`;

describe('listCandidates', () => {
  it('takes rows that are told apart by their classes alone as one list', async () => {
    const rows = ['Alder', 'Birch', 'Cedar', 'Dogwood'].map(
      (name, at) => `<tr class="row-${at % 2 === 0 ? 'even' : 'odd'}"><td>${name}</td><td>tree</td></tr>`,
    );
    expect(await listsIn(`<table><tbody>${rows.join('')}</tbody></table>`)).toContainEqual([
      'Alder',
      'Birch',
      'Cedar',
      'Dogwood',
    ]);
  });

  it('offers the names in cards that are one whole link, and what all cards say as none', async () => {
    const lists = await listsIn(
      `<ul>${card('Mar 3', 'Orsa One')}${card('Apr 4', 'Vela')}${card('May 5', 'Lyra')}</ul>`,
    );
    expect(lists).toContainEqual(['Orsa One', 'Vela', 'Lyra']);
    expect(lists).not.toContainEqual(['Talk', 'Talk', 'Talk']);
  });

  it('offers no pieces without a name of their own, of which a badge may be the first', async () => {
    const plain = (words: string) => `<li><a href="#"><b>${words}</b><span>from ${words}</span></a></li>`;
    expect(await listsIn(`<ul>${plain('Ada')}${plain('Bea')}</ul>`)).toEqual([['Adafrom Ada', 'Beafrom Bea']]);
  });

  it('offers the first cells of rows whose links stand in another', async () => {
    const row = (name: string) => `<tr><td>${name}</td><td><a href="#">${name.toLowerCase()}.example</a></td></tr>`;
    expect(await listsIn(`<table>${row('Alpha')}${row('Beta')}${row('Gamma')}</table>`)).toContainEqual([
      'Alpha',
      'Beta',
      'Gamma',
    ]);
  });

  it('names entries by their headings alone where they have some', async () => {
    const entry = (name: string) => `<li><h3>${name}</h3><p class="by">by ${name} Brothers</p></li>`;
    expect(await listsIn(`<ul>${entry('Alpha')}${entry('Beta')}</ul>`)).toEqual([
      ['Alpha', 'Beta'],
      ['Alpha', 'Beta'],
    ]);
  });
});
