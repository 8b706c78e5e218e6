import { expect, type Page, test } from '@playwright/test';
import { type StubOperators, startStubOperators } from '@/test/operators/stub-operators';
import { madeAtStart, OPERATORS } from './apps';
import { check, take } from './sample-shop';
import { signIn, signUp } from './sign-in';
import { openSite, SITE, type Site } from './site-behind-proxy';

/** An operator's night, on an app whose Slack and PagerDuty are us (playwright.config.ts). */
const APP = OPERATORS.url;
const HOST = new URL(SITE).hostname;
const TITLE = 'A source fails';
test.use({ baseURL: APP });

let site: Site;
let operators: StubOperators;

test.beforeAll(async () => {
  site = await openSite(APP);
  operators = await startStubOperators(OPERATORS.port);
});
test.afterAll(async () => {
  await site.close();
  await operators.close();
});

const KETTLE = `<!doctype html><html lang="en"><title>Kettle One</title>
<main><h1>Kettle One</h1><p>Price: $319.00</p><p>In stock, sent within two days.</p></main></html>`;
const SOON = { timeout: 90_000 };

test('a source breaks, Slack tells of it, an admin silences it and sees its end', async ({ page, browser }) => {
  test.setTimeout(900_000);
  const admin = await (await browser.newContext({ baseURL: APP })).newPage();
  await signInAsAdmin(admin);
  await admin.goto('/admin/alerts');
  await expect(admin.getByText('No rule fires.')).toBeVisible();
  await pictures(admin, 'quiet');

  site.pages.set('/kettle', KETTLE);
  const email = `olga-${Date.now()}@example.org`;
  await signUp(page, { name: 'Olga Onlooker', email, password: 'Kettle-4-everyone' });
  await makeMonitor(page);

  site.isBroken = true;
  await checkUntil(page, () => told().length === 1);
  expect(told()[0]).toMatch(/^A source fails\. \d+ of \d+ looks at one site failed/);
  expect(JSON.stringify(operators.asked)).not.toContain(HOST);

  const open = admin.getByRole('region', { name: 'Now', exact: true });
  await admin.reload();
  // A busy machine may be slow besides.
  const broken = open.getByTestId('episode').filter({ hasText: TITLE });
  await expect(broken).toContainText(`${TITLE}: ${HOST}`);
  await expect(broken).toContainText('Told by Email and Slack');
  await pictures(admin, 'open');
  await open.getByRole('button', { name: `Silence the episode: ${TITLE}, ${HOST}` }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Why?').fill('Their shop moves tonight');
  await dialog.getByRole('button', { name: 'Silence', exact: true }).click();
  await expect(admin.getByTestId('silence')).toContainText(`for ${HOST}: “Their shop moves tonight”`);

  site.isBroken = false;
  await checkUntil(page, () => told().length === 2);
  expect(told()[1]).toMatch(/^Over: A source fails\./);

  await admin.reload();
  const past = admin.getByRole('region', { name: 'Over', exact: true });
  const mended = past.getByTestId('episode').filter({ hasText: TITLE });
  await expect(mended).toContainText(`${TITLE}: ${HOST}`);
  await expect(mended).toContainText('Its end told by Email and Slack', SOON);
  await expect(open.getByText(TITLE)).toBeHidden();
  await admin.getByRole('button', { name: 'Lift the silence: Their shop moves tonight' }).click();
  await expect(admin.getByTestId('silence')).toHaveCount(0);

  await admin.getByRole('button', { name: 'Send a test by each' }).click();
  for (const channel of ['email', 'slack', 'pagerduty'])
    await expect(admin.getByTestId(`trial-${channel}`)).toContainText('Arrived');
  expect(operators.pagerDuty.map(({ event_action }) => event_action)).toEqual(['trigger', 'resolve']);
  await pictures(admin, 'over');

  await admin.goto('/admin/audit');
  await expect(admin.getByText('Silenced an alert rule').first()).toBeVisible();
  await expect(admin.getByText(/Their shop moves tonight/)).toBeVisible();
});

/** A person checks their monitor again and again. */
async function checkUntil(page: Page, isSo: () => boolean): Promise<void> {
  await expect(async () => {
    await check(page);
    expect(isSo()).toBe(true);
  }).toPass({ timeout: 300_000, intervals: [0] });
}

/** What Slack was told of the source. */
function told(): string[] {
  return operators.slack.map(({ text }) => text).filter((text) => text.includes(TITLE));
}

async function makeMonitor(page: Page): Promise<void> {
  await page.goto('/monitors/new');
  await page
    .getByLabel('What do you want to be told?')
    .fill(`Tell me when the Kettle One costs less than $300 ${SITE}/kettle`);
  // A machine that is very busy may say that no reader could be reached: then it is asked again.
  await expect(async () => {
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await expect(page.getByTestId('preview-value').or(page.getByRole('radio')).first()).toBeVisible(SOON);
  }).toPass({ timeout: 360_000 });
  await take(page, '$319.00');
  await page.getByRole('button', { name: 'Save monitor' }).click();
  await expect(page).toHaveURL(/\/monitors\/[0-9a-f-]{36}$/);
}

async function signInAsAdmin(page: Page): Promise<void> {
  await signIn(page, madeAtStart(OPERATORS, 'admin'));
}

/** For people to look at: narrow and wide. */
async function pictures(page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: test.info().outputPath(`alerts-${name}-${width}.png`), fullPage: true });
  }
  if (size) await page.setViewportSize(size);
}
