import { expect, type Page } from '@playwright/test';

/** What a procedure of the outbox answers to whoever the page is. */
async function ask<Answer>(page: Page, procedure: string, input?: unknown): Promise<Answer> {
  const query = input === undefined ? '' : `?${new URLSearchParams({ input: JSON.stringify({ json: input }) })}`;
  const answer = await page.request.get(`/api/trpc/outbox.${procedure}${query}`);
  return ((await answer.json()) as { result: { data: { json: Answer } } }).result.data.json;
}

/** The text of the newest mail whose subject begins so, read as the page /outbox reads it. */
async function textInOutbox(page: Page, subject: string): Promise<string> {
  const mails = await ask<{ id: string; subject: string }[]>(page, 'list');
  const id = mails.find((found) => found.subject.startsWith(subject))?.id;
  return id === undefined ? '' : (await ask<{ text: string }>(page, 'email', { id })).text;
}

/** The link in the newest mail of that subject. */
export async function linkInOutbox(page: Page, subject: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    link = /https?:\S+secret=[\w-]+/.exec(await textInOutbox(page, subject))?.[0];
    expect(link).toBeDefined();
  }).toPass({ timeout: 15_000 });
  return link ?? '';
}
