import { describe, expect, it } from 'vitest';
import { refuseMethod, withErrorBody } from './answer';

const bodyOf = async (answer: Response) => (await (await withErrorBody(answer)).json()).error;

describe('withErrorBody', () => {
  it.each([
    [400, null, 'invalid', /^This request/],
    [401, null, 'unauthenticated', /^Sign in/],
    [403, 'The signature is not right.', 'forbidden', /^The signature is not right\.$/],
    [404, null, 'not_found', /^There is nothing/],
    [500, null, 'internal', /^Something went wrong on our side/],
  ])('gives a refusal with status %i the contract’s body', async (status, text, code, message) => {
    const error = await bodyOf(new Response(text, { status }));
    expect(error).toEqual({ code, reason: code, message: expect.stringMatching(message), fields: {}, requestId: null });
  });

  it('shows no page and no sentence of a library', async () => {
    const page = new Response('<h1>No</h1>', { status: 400, headers: { 'content-type': 'text/html' } });
    expect((await bodyOf(page)).message).not.toContain('<');
    expect((await bodyOf(Response.json('Bad request.', { status: 400 }))).message).toMatch(/^This request/);
  });

  it('leaves our own bodies and what worked as they are, and keeps headers', async () => {
    const own = { error: { code: 'limited', reason: 'api', message: 'Later.', fields: {}, requestId: 'r' } };
    const answer = await withErrorBody(Response.json(own, { status: 429, headers: { 'retry-after': '7' } }));
    expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([429, '7', own]);
    const fine = new Response('Fine');
    expect(await withErrorBody(fine)).toBe(fine);
  });

  it('refuses a method that a route has not', async () => {
    const answer = await refuseMethod();
    expect([answer.status, (await answer.json()).error.code]).toEqual([405, 'method_not_allowed']);
  });
});
