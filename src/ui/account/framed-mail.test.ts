import { expect, it } from 'vitest';
import { framedMail } from './framed-mail';

it('opens links elsewhere, leaves the doctype first and lets the style sheet count', () => {
  expect(framedMail('<!DOCTYPE html><html><head lang="en"><style>p{}</style></head></html>', 'n1')).toBe(
    '<!DOCTYPE html><html><head lang="en"><base target="_blank"><style nonce="n1">p{}</style></head></html>',
  );
  expect(framedMail('<p>Hello</p>', undefined)).toBe('<base target="_blank"><p>Hello</p>');
});
