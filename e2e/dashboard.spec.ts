import { expect, type Locator, type Page, test } from '@playwright/test';
import { signUp } from './sign-in';

/** Many monitors in hand, without a mouse. */
const NAMES = ['Kettle', 'Boots', 'Tickets'];

test.beforeEach(async ({ page, baseURL }) => {
  const email = `keys-${Date.now()}@example.org`;
  await signUp(page, { name: 'Kay Keyboard', email, password: 'Kettle-4-everyone' });
  for (const name of NAMES) {
    const prompt = `Tell me when the Aurora One costs less than $300 ${baseURL}/samples/headphones`;
    const made = await page.request.post('/api/trpc/monitors.create', {
      headers: { origin: baseURL ?? '' },
      data: { json: { prompt, name } },
    });
    expect(made.status()).toBe(200);
  }
  await page.goto('/dashboard');
  await expect(page.getByRole('button', { name: 'Check all' })).toBeEnabled();
});

const cards = (page: Page) => page.getByRole('article').getByRole('heading', { level: 2 });
const card = (page: Page, name: string) => page.getByRole('article', { name });

/** Of the menu of one: that of another may still be closing. */
const entry = (page: Page, name: string, words: string) =>
  page.getByRole('menu', { name: `More for ${name}` }).getByRole('menuitem', { name: words });

/** What Enter does there. */
async function pressOn(target: Locator): Promise<void> {
  await target.focus();
  await target.press('Enter');
}

test('by keyboard alone: check, arrange, tag, filter, pause, delete and take it back', async ({ page }) => {
  await expect(cards(page)).toHaveText(['Tickets', 'Boots', 'Kettle']);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('j');
  await expect(card(page, 'Tickets').getByRole('link', { name: 'Tickets' })).toBeFocused();
  await page.keyboard.press('r');
  await expect(card(page, 'Tickets').getByText(/Checked (just now|\d+ minutes? ago)/)).toBeVisible({ timeout: 60_000 });

  await pressOn(page.getByRole('button', { name: 'More for Tickets' }));
  await pressOn(entry(page, 'Tickets', 'Move down'));
  await expect(cards(page)).toHaveText(['Boots', 'Tickets', 'Kettle']);
  await pressOn(page.getByRole('button', { name: 'More for Kettle' }));
  await pressOn(entry(page, 'Kettle', 'Tags…'));
  await page.getByLabel('New tag').fill('gifts');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Take “gifts” away' })).toBeVisible();
  await page.keyboard.press('Escape');

  await pressOn(page.getByRole('button', { name: '# gifts' }));
  await expect(cards(page)).toHaveText(['Kettle']);
  await page.reload();
  await expect(page).toHaveURL(/\/dashboard\?tag=gifts$/);
  await expect(cards(page)).toHaveText(['Kettle']);
  await pressOn(page.getByRole('button', { name: 'All 3' }));
  await expect(cards(page)).toHaveText(['Boots', 'Tickets', 'Kettle']);

  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
  const bar = page.getByRole('region', { name: 'Selected monitors' });
  await expect(bar.getByText('2 selected')).toBeVisible();
  await pressOn(bar.getByRole('button', { name: 'Pause' }));
  await expect(page.getByRole('button', { name: 'Resume', description: /Boots|Tickets/ })).toHaveCount(2);
  await pressOn(bar.getByRole('button', { name: 'Delete…' }));
  await pressOn(page.getByRole('button', { name: 'Delete 2 monitors' }));
  await expect(cards(page)).toHaveText(['Kettle']);
  await pressOn(page.getByRole('button', { name: 'Undo' }));
  await expect(cards(page)).toHaveText(['Boots', 'Tickets', 'Kettle']);

  await page.keyboard.press('Control+k');
  // The button that opens it has the same name.
  await page.getByPlaceholder('A page, a monitor, something to do…').pressSequentially('boots');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/monitors\/[0-9a-f-]{36}$/);
  await page.goBack();
  await expect(cards(page)).toHaveText(['Boots', 'Tickets', 'Kettle']);
  // The palette takes a moment to go, and has the keys until then.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/monitors\/new$/);
});
