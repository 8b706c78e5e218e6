// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, it } from 'vitest';
import { UnsubscribeCard } from './unsubscribe-card';

type Found = Parameters<typeof UnsubscribeCard>[0]['found'];

beforeEach(() => {
  window.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
});

/** As a browser without scripts has it. */
function show(found: Found): HTMLElement {
  const page = document.createElement('div');
  page.innerHTML = renderToStaticMarkup(
    <MantineProvider env="test">
      <UnsubscribeCard token="a.b&c" found={found} />
    </MantineProvider>,
  );
  return page;
}
const fieldsOf = (page: HTMLElement) =>
  [...page.querySelectorAll('input')].map(({ type, name, value }) => [type, name, value]);

it('asks about one monitor, and about all', () => {
  const title = (monitorName: string | null) =>
    show({ monitorName, isOff: false, isAllOff: false }).querySelector('h1')?.textContent;
  expect(title('Aurora One below $300')).toBe('Stop emails about “Aurora One below $300”?');
  expect(title(null)).toBe('Stop emails of all your monitors?');
});

it('is a plain form that posts the token to where mail programs do', () => {
  const page = show({ monitorName: 'Tea', isOff: false, isAllOff: false });
  const form = page.querySelector('form');
  expect([form?.method, form?.getAttribute('action')]).toEqual(['post', '/api/unsubscribe?token=a.b%26c']);
  expect(fieldsOf(page)).toEqual([['hidden', 'from', 'page']]);
  expect(page.querySelector('button')?.type).toBe('submit');
  expect(page.textContent).toContain('Emails about your account, such as a new password, go on.');
});

it('is taken back by the same form', () => {
  const page = show({ monitorName: 'Tea', isOff: true, isAllOff: false });
  expect(page.querySelector('h1')?.textContent).toBe('These emails are off');
  expect(fieldsOf(page)).toEqual([
    ['hidden', 'from', 'page'],
    ['hidden', 'again', 'yes'],
  ]);
  expect(page.querySelector('a[href="/account#emails"]')).not.toBeNull();
});

it.each<[string, Found]>([
  ['These emails are off', { monitorName: 'Tea', isOff: true, isAllOff: true }],
  ['This link no longer works', null],
])('offers the way by sign-in: %s', (title, found) => {
  const page = show(found);
  expect(page.querySelector('h1')?.textContent).toBe(title);
  expect(page.querySelector('form')).toBeNull();
  expect(page.querySelector('a[href="/account#emails"]')?.textContent).toBe('Choose my emails');
});
