import { expect, type Page } from '@playwright/test';

/** The link in the newest mail of that subject, read as the page /outbox reads it. */
export async function linkInOutbox(page: Page, subject: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const answer = await page.request.get('/api/trpc/outbox.list');
    const body = (await answer.json()) as { result: { data: { json: { subject: string; text: string }[] } } };
    const mail = body.result.data.json.find((found) => found.subject.startsWith(subject));
    link = /https?:\S+secret=[\w-]+/.exec(mail?.text ?? '')?.[0];
    expect(link).toBeDefined();
  }).toPass({ timeout: 15_000 });
  return link ?? '';
}
