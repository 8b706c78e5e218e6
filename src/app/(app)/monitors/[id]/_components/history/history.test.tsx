// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Answers,
  aFactView,
  aFailureView,
  aMonitorView,
  answerCalls,
  forgetAnswers,
  renderInApp,
} from '@/test/trpc-answers';
import type { HistoryRowView } from '@/trpc/history-view';
import type { FactView, MonitorView } from '@/trpc/monitor-view';
import { foldRows } from './fold';
import { History } from './history';
import { useHistory } from './use-history';

const NOW = Date.UTC(2026, 10, 22, 18);
const PATIENTLY = { timeout: 10_000 };
const MONITOR = aMonitorView();
const price = (number: string) => ({ type: 'number', number, unit: 'USD' }) as const;
let answers: Answers;

const fact = (at: number, other: Partial<FactView> = {}): HistoryRowView => ({
  kind: 'fact',
  fact: aFactView(at, other),
});
const failure = (...given: Parameters<typeof aFailureView>): HistoryRowView => ({
  kind: 'failure',
  failure: aFailureView(...given),
});

function Page({ monitor }: { monitor: MonitorView }) {
  return <History monitor={monitor} history={useHistory(monitor.id)} />;
}

function show(rows: HistoryRowView[], monitor = MONITOR): void {
  answers['history.rows'] = () => ({ rows, nextCursor: null });
  renderInApp(<Page monitor={monitor} />, NOW);
}

beforeEach(() => {
  answers = { 'history.details': () => ({ refused: [], locator: null }) };
  answerCalls(answers);
});
afterEach(() => {
  cleanup();
  forgetAnswers();
});

const open = async (testId: string) => {
  const row = await screen.findByTestId(testId, {}, PATIENTLY);
  fireEvent.click(within(row).getAllByRole('button')[0] as HTMLElement);
  return row;
};

describe('rows that came to the same', () => {
  it('are folded into one, and opened by it', async () => {
    show([fact(4), fact(3), fact(2), fact(1, { changeType: 'new' })]);
    const folded = await screen.findByTestId('unchanged-rows', {}, PATIENTLY);
    expect(folded.textContent).toContain('Unchanged 3 times');
    expect(folded.textContent).toContain('22 Nov 2026, 12:02 to 22 Nov 2026, 12:04');
    const [button] = within(folded).getAllByRole('button');
    expect(button?.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button as HTMLElement);
    expect(within(folded).getAllByTestId('history-row')).toHaveLength(3);
  });

  it('are not folded over a change, an alert, or a failure', () => {
    const kinds = (...rows: HistoryRowView[]) => foldRows(rows).map(({ kind }) => kind);
    const alert = fact(3, { triggeredAlert: true });
    expect(kinds(fact(4), alert, fact(2))).toEqual(['fact', 'fact', 'fact']);
    expect(kinds(fact(4), fact(3, { changeType: 'increase' }), fact(2))).toEqual(['fact', 'fact', 'fact']);
    expect(kinds(fact(4), failure(3), fact(2))).toEqual(['fact', 'failure', 'fact']);
    expect(kinds(failure(4), failure(3), failure(2, { outcome: 'blocked' }))).toEqual(['failures', 'failure']);
  });

  it('know the value before them, over failures too', () => {
    const [first] = foldRows([fact(3, { changeType: 'decrease' }), failure(2), fact(1, { value: price('400') })]);
    expect(first?.kind === 'fact' && first.before?.value).toEqual(price('400'));
  });
});

it('a row opens quote, picture, source, reader, how it is found again, why, and what was not taken', async () => {
  answers['history.details'] = () => ({
    refused: [{ quote: 'was $399.00', value: price('399'), reason: 'struck through: the old price' }],
    locator: { kind: 'cell', row: ['Aurora One'], column: 'Price' },
  });
  show([
    fact(1, { changeType: 'new', cropUrl: '/api/evidence/1', look: 'cheap', pictureTakenAt: new Date(NOW - 7e7) }),
  ]);
  const row = await open('history-row');
  await within(row).findByText('“$312.00”', {}, PATIENTLY);
  await within(row).findByText('In the table: row “Aurora One”, column “Price”', {}, PATIENTLY);
  expect(row.textContent).toContain('The picture was taken 21 Nov 2026, 22:33, when it said the same');
  expect(row.textContent).toContain('by the way it was found before, 0 tokens, without a browser');
  expect(row.textContent).toContain('$399.00struck through: the old price');
  expect(within(row).getByTestId('row-picture').getAttribute('src')).toBe('/api/evidence/1');
});

it('a row of a list shows what came and what went', async () => {
  const list = (...items: string[]) => ({ type: 'object', items }) as const;
  show([
    fact(2, { changeType: 'new', value: list('Harbour diver', 'Cook') }),
    fact(1, { value: list('Cook', 'Pilot') }),
  ]);
  const [row] = await screen.findAllByTestId('history-row', {}, PATIENTLY);
  fireEvent.click(within(row as HTMLElement).getAllByRole('button')[0] as HTMLElement);
  await within(row as HTMLElement).findByText('Harbour diver', {}, PATIENTLY);
  expect(within(row as HTMLElement).getByText('Pilot')).toBeTruthy();
});

it('a failed check says what the page showed, what was not done, and what to do', async () => {
  show([failure(1)]);
  const row = await open('failure-row');
  await within(row).findByText('What the page showed', {}, PATIENTLY);
  expect(row.textContent).toContain('We are moving.');
  expect(row.textContent).toContain('No alert, and the value stayed as it was. The check counted');
  const links = within(row)
    .getAllByRole('link')
    .map((link) => link.textContent);
  expect(links).toEqual([
    expect.stringContaining('shop.example.org'),
    'Point again',
    'Fix the sentence',
    'Try another page',
  ]);
});

it('a failure of the site gives the check back, and offers another page', async () => {
  show([failure(1, { outcome: 'blocked', chargeReturned: true, shown: null })]);
  const row = await open('failure-row');
  await within(row).findByText(/Your check was given back\./, {}, PATIENTLY);
  expect(within(row).queryByText('Point again')).toBeNull();
  expect(within(row).getByText('Try another page').closest('a')?.getAttribute('href')).toContain('/edit');
});

it('two checks are compared, the earlier first', async () => {
  show([fact(181, { changeType: 'decrease', value: price('279') }), fact(1, { changeType: 'new' })]);
  fireEvent.click(await screen.findByText('Compare two', {}, PATIENTLY));
  await screen.findByText('Choose two checks below.', {}, PATIENTLY);
  for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box);
  const region = await screen.findByRole('region', { name: 'Two checks compared' }, PATIENTLY);
  expect(region.textContent).toContain('−$33.00 (−10.58%) 3 hours apart');
  expect(region.textContent?.indexOf('$312.00')).toBeLessThan(region.textContent?.indexOf('“$312.00”') ?? 0);
});
