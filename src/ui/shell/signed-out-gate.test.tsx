// @vitest-environment jsdom
import { useMutation } from '@tanstack/react-query';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import superjson from 'superjson';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerCalls, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import { useTRPC } from '@/trpc/client';
import { SignedOutGate } from './signed-out-gate';

const NOW = Date.UTC(2026, 10, 22, 12);
const EMAIL = 'grace@example.org';

/** A page of which somebody has written something. */
function Page() {
  const trpc = useTRPC();
  const [words, setWords] = useState('');
  const save = useMutation(trpc.monitors.discard.mutationOptions());
  return (
    <>
      <input aria-label="Words" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      <button type="button" onClick={() => save.mutate({ id: '00000000-0000-4000-8000-00000000000a' })}>
        Save
      </button>
      <SignedOutGate email={EMAIL} />
    </>
  );
}

/** Answers every call so, until the sign-in is answered with yes. */
function refuse(reason: string) {
  const calls = answerCalls({ 'auth.signIn': () => null });
  const answered = fetch;
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (!url.includes('monitors.discard')) return answered(url, init);
    const data = { code: 'UNAUTHORIZED', httpStatus: 401, fields: {}, reason, retryAt: null };
    return Response.json([{ error: superjson.serialize({ message: 'Sign in to go on.', code: -32001, data }) }], {
      status: 401,
    });
  });
  return calls;
}

beforeEach(() => refuse('signed_out'));
afterEach(() => {
  cleanup();
  forgetAnswers();
});

it('asks to sign in again over the page, which keeps what was typed', async () => {
  const calls = refuse('signed_out');
  renderInApp(<Page />, NOW);
  fireEvent.change(screen.getByLabelText('Words'), { target: { value: 'a long sentence' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  const password = await screen.findByLabelText('Password');
  expect(screen.getByText('Your sign-in has ended')).toBeTruthy();
  fireEvent.change(password, { target: { value: 'Kettle-4-everyone' } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(screen.queryByText('Your sign-in has ended')).toBeNull());
  expect(calls).toEqual([{ name: 'auth.signIn', input: { email: EMAIL, password: 'Kettle-4-everyone' } }]);
  expect(screen.getByLabelText('Words')).toHaveProperty('value', 'a long sentence');
});

it('asks nobody whose password was wrong', async () => {
  refuse('wrong_credentials');
  renderInApp(<Page />, NOW);
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByText('Your sign-in has ended')).toBeNull();
});
