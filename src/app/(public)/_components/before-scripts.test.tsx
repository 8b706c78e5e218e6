// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ConfirmButton } from './confirm-button';
import { GoogleButton } from './google-button';
import { ForgotForm, ResetForm } from './password-forms';
import { SignInForm } from './sign-in-form';
import { SignUpForm } from './sign-up-form';

beforeEach(() => {
  window.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const standing = { apiTokens: 0, newGoogle: false };

it.each<[string, ReactNode]>([
  ['Confirm my address', <ConfirmButton key="c" secret="s" label="Confirm my address" />],
  ['Mail me a link', <ForgotForm key="f" local={false} />],
  ['Continue with Google', <GoogleButton key="g" next="/dashboard" problem={null} />],
  ['Set the password', <ResetForm key="r" secret="s" email="ada@example.org" standing={standing} />],
  ['Sign in', <SignInForm key="i" next="/dashboard" />],
  ['Create account', <SignUpForm key="u" next="/dashboard" />],
])('%s can be pressed once the scripts are there, not before', (label, part) => {
  const ui = <MantineProvider env="test">{part}</MantineProvider>;
  const container = document.body.appendChild(document.createElement('div'));
  container.innerHTML = renderToString(ui);
  const button = () => [...container.querySelectorAll('button')].find((found) => found.textContent === label);
  let sent = 0;
  container.addEventListener('submit', (event) => {
    event.preventDefault();
    sent += 1;
  });
  button()?.click();
  expect([button()?.disabled, sent]).toEqual([true, 0]);
  render(ui, { container, hydrate: true });
  expect(button()?.disabled).toBe(false);
});
