// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { answerCalls } from '@/test/trpc-answers';
import { SignInForm } from './sign-in-form';

const PATIENTLY = { timeout: 10_000 };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(): void {
  render(
    <MantineProvider env="test">
      <SignInForm next="/dashboard" />
    </MantineProvider>,
  );
}

const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value } });
const press = () => fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));

it('says what is missing without asking the server', async () => {
  const calls = answerCalls({});
  show();
  fill('Email', 'ada');
  press();
  await screen.findByText(/email/i, { selector: '.mantine-InputWrapper-error' }, PATIENTLY);
  expect(calls).toEqual([]);
});

it('sends what was typed once, without a provider of calls, and says what the server says', async () => {
  const calls = answerCalls({ 'auth.signIn': () => new Error('Email or password is not right.') });
  show();
  fill('Email', 'ada@example.org');
  fill('Password', 'something');
  press();
  await screen.findByText('Email or password is not right.', {}, PATIENTLY);
  expect(calls).toEqual([{ name: 'auth.signIn', input: { email: 'ada@example.org', password: 'something' } }]);
});
