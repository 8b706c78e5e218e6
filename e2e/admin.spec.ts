import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { CLOSED, madeAtStart } from './apps';
import { comeAlive, signIn, signUp } from './sign-in';

/** A day of an admin's work; on the app that lets nobody in by itself (playwright.config.ts). */
const APP = CLOSED.url;
test.use({ baseURL: APP });

const stamp = Date.now();
const person = { name: `Nora ${stamp}`, email: `nora-${stamp}@example.org`, password: 'Kettle-4-everyone' };
const REASON = '=Opened twelve accounts, says support.';

test('find a person, suspend them with a reason, see and export it, and switch a whitelist entry', async ({
  page,
  browser,
}) => {
  await signUp(await (await browser.newContext({ baseURL: APP })).newPage(), person);
  await signIn(page, madeAtStart(CLOSED, 'admin'));
  await findAndSuspend(page);
  await seeAndExport(page);
  await switchEntry(page);
  await seeStatistics(page);
});

async function findAndSuspend(page: Page): Promise<void> {
  await page.goto('/admin/people');
  await page.getByLabel('Search people by address or name').fill(person.email.toUpperCase());
  await expect(page.getByText('1 person', { exact: true })).toBeVisible();
  await expect(page.getByText('no monitors · no checks today, 0 this month')).toBeVisible();
  await page.getByRole('button', { name: `More for ${person.name}` }).click();
  await page.getByRole('menuitem', { name: 'Suspend…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why?').fill(REASON);
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText(`${person.name} is suspended and signed out everywhere.`)).toBeVisible();
  await expect(dialog).toBeHidden();
}

async function seeAndExport(page: Page): Promise<void> {
  await page.goto('/admin/audit');
  await page.getByLabel('Who or what').fill(person.email);
  const acts = page.getByRole('list', { name: 'Acts, newest first' });
  await expect(acts.getByRole('listitem').first()).toContainText('Suspended a person');
  await expect(acts.getByText(`“${REASON}”`)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toContain('person.suspend');
  // What a spreadsheet would take for a formula is a text.
  expect(text).toContain(`'${REASON}`);
  await page.goto('/admin/audit');
  await expect(page.getByText('Exported the audit').first()).toBeVisible();
}

async function switchEntry(page: Page): Promise<void> {
  const email = `beta-${stamp}@example.org`;
  await page.goto('/admin/whitelist');
  await page.getByLabel('Address', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Add to the list' }).click();
  await page.getByRole('button', { name: `Deactivate ${email}` }).click();
  await expect(page.getByText('Not active').first()).toBeVisible();
  await expect(page.getByRole('button', { name: `Activate ${email}` })).toBeVisible();
}

async function seeStatistics(page: Page): Promise<void> {
  await page.goto('/admin');
  const accounts = page.getByRole('figure', { name: 'Accounts opened' });
  await expect(accounts).toContainText(/[1-9]/);
  await comeAlive(page);
  await page.getByLabel('From (UTC)').fill('2020-01-01');
  await expect(page.getByText('At most 366 days can be asked for at once')).toBeVisible();
}
