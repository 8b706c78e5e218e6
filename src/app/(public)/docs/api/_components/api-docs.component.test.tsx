// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerCalls, forgetAnswers } from '@/test/trpc-answers';
import { CodeExamples } from '@/ui/api/code-examples';
import { Contents } from './contents';
import { TryForm, type TryRequest } from './try-form';

const sent: { url: string; init: RequestInit }[] = [];

beforeEach(() => {
  answerCalls({});
  sent.length = 0;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return Response.json({ error: { message: 'Later.' } }, { status: 429, headers: { 'retry-after': '12' } });
  });
});
afterEach(() => {
  cleanup();
  forgetAnswers();
});

const show = (part: ReactNode) => render(<MantineProvider>{part}</MantineProvider>);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const headersOf = (at: number) => Object.fromEntries(new Headers(sent[at]?.init.headers));

const LIST: TryRequest = {
  method: 'GET',
  path: '/api/monitors/{id}/history',
  fields: [
    { name: 'id', in: 'path', required: true, example: 'an-id', about: 'string' },
    { name: 'limit', in: 'query', required: false, example: '20', about: 'integer' },
  ],
  body: null,
  isProtected: true,
};
const CHANGE: TryRequest = {
  method: 'PUT',
  path: '/api/monitors/{id}',
  fields: [{ name: 'id', in: 'path', required: true, example: '', about: 'string' }],
  body: '{"name": "Tea"}',
  isProtected: true,
};

it('reads with the session at once, and shows status, limits and answer', async () => {
  show(<TryForm request={LIST} />);
  fireEvent.change(screen.getByLabelText(/^id/), { target: { value: 'a/b' } });
  fireEvent.change(screen.getByLabelText('limit'), { target: { value: '5' } });
  press('Send');
  await screen.findByText(/retry-after 12/);
  expect(screen.getByText('429')).toBeTruthy();
  expect(screen.getByText(/"message": "Later\."/)).toBeTruthy();
  expect(sent[0]).toMatchObject({ url: '/api/monitors/a%2Fb/history?limit=5', init: { credentials: 'same-origin' } });
  expect(headersOf(0)).toEqual({});
});

it('asks before it changes anything, and sends a token instead of cookies', async () => {
  show(<TryForm request={CHANGE} />);
  fireEvent.change(screen.getByLabelText(/^id/), { target: { value: 'one' } });
  fireEvent.change(screen.getByLabelText('API token'), { target: { value: ' mon_secret ' } });
  press('Send');
  expect(screen.getByRole('alert').textContent).toContain('It changes what is stored here.');
  press('Cancel');
  expect([screen.queryByRole('alert'), sent.length]).toEqual([null, 0]);
  press('Send');
  press('Yes, send PUT');
  await screen.findByText('429');
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ url: '/api/monitors/one', init: { method: 'PUT', credentials: 'omit' } });
  expect(sent[0]?.init.body).toBe('{"name": "Tea"}');
  expect(headersOf(0)).toEqual({ authorization: 'Bearer mon_secret', 'content-type': 'application/json' });
  expect(Object.values({ ...localStorage, ...sessionStorage }).join()).not.toContain('mon_secret');
});

it('says so where nothing came back', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('offline')));
  show(<TryForm request={LIST} />);
  fireEvent.change(screen.getByLabelText(/^id/), { target: { value: 'one' } });
  press('Send');
  await screen.findByText(/Nothing came back/);
});

it('finds an endpoint by every word that is said of it', () => {
  const entries = [
    { id: 'a', method: 'GET', path: '/a', summary: 'All of them', words: 'get /a cursor quote' },
    { id: 'b', method: 'POST', path: '/b', summary: 'Make one', words: 'post /b prompt' },
  ];
  show(<Contents groups={[{ name: 'Things', entries }]} />);
  const search = screen.getByRole('searchbox', { name: 'Search the endpoints' });
  const links = () => screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(links()).toEqual(['#a', '#b', '#differences']);
  fireEvent.change(search, { target: { value: 'Quote  cursor' } });
  expect([links(), screen.getByRole('status').textContent]).toEqual([['#a'], '1 found']);
  fireEvent.change(search, { target: { value: 'quote prompt' } });
  expect(screen.getByRole('status').textContent).toBe('Nothing has these words.');
});

it('shows all examples in the language that was chosen at one, and copies what is shown', async () => {
  const copied: string[] = [];
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => copied.push(text) } });
  const request = { method: 'GET', url: 'https://monitors.example/api/monitors', token: null };
  show(
    <>
      <CodeExamples request={request} name="First" />
      <CodeExamples request={request} name="Second" />
    </>,
  );
  const second = within(screen.getByRole('region', { name: 'Second' }));
  fireEvent.click(within(screen.getByRole('region', { name: 'First' })).getByRole('button', { name: 'Python' }));
  const code = second.getByTestId('example').textContent ?? '';
  expect(code).toContain('requests.get(');
  fireEvent.click(second.getByRole('button', { name: 'Copy' }));
  await second.findByRole('button', { name: 'Copied' });
  expect(copied).toEqual([code]);
});
