import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { readEnv } from '@/env';
import { Hint } from '@/ui/help/hint';
import { TOPICS, type Topic } from '@/ui/help/topics';
import { PublicFooter } from '../../_components/public-frame';
import { HelpText } from './help-text';

const pageOf = (variables: Record<string, string>) => renderToStaticMarkup(<HelpText settings={readEnv(variables)} />);
const wordsOf = (variables: Record<string, string>) => pageOf(variables).replace(/<[^>]+>/g, '');

it('tells the numbers of this installation', () => {
  const usual = wordsOf({});
  for (const words of ['50 checks a day', 'checked once a minute', 'kept for 365 days', 'have 10 monitors'])
    expect(usual).toContain(words);
  const other = wordsOf({ DAILY_REFRESH_LIMIT: '7', REFRESH_RATE_LIMIT: '0.5', DATA_RETENTION_DAYS: '30' });
  for (const words of ['7 checks a day', 'once in 2 minutes', 'kept for 30 days']) expect(other).toContain(words);
  expect(wordsOf({ REFRESH_RATE_LIMIT: '4' })).toContain('once in 15 seconds');
});

it('has a place for everything that a hint leads to', () => {
  const page = pageOf({});
  for (const topic of Object.keys(TOPICS) as Topic[]) {
    const hint = renderToStaticMarkup(<Hint about={topic} />);
    const href = /href="\/help#([a-z]+)"/.exec(hint)?.[1];
    expect(page).toContain(`<h2 id="${href}">${TOPICS[topic].title}</h2>`);
    expect(hint).toContain(TOPICS[topic].title);
  }
});

it('is led to, with the contract, from the foot of every public page', () => {
  const foot = renderToStaticMarkup(<PublicFooter />);
  for (const href of ['/help', '/docs/api']) expect(foot).toContain(`href="${href}"`);
});
