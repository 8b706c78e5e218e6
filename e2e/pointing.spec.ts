import { expect, type Locator, type Page, test } from '@playwright/test';
import { signUp } from './sign-in';
import { openSite, SITE, type Site } from './site-behind-proxy';

/** Where no reader can be sure the person points; what they pointed at is found again or asked about, never guessed. */
let site: Site;

test.beforeAll(async ({ baseURL }) => {
  site = await openSite(baseURL ?? '');
});
test.afterAll(() => site.close());
test.beforeEach(async ({ page }) => {
  const email = `petra-${Date.now()}@example.org`;
  await signUp(page, { name: 'Petra Pointer', email, password: 'Kettle-4-everyone' });
  await page.goto('/monitors/new');
});

interface Evening {
  friday: string;
  saturday: string;
  second?: string;
  noted?: string;
}

/** Two evenings that are alike but for their names, and a price in a note, all at known places. */
const hall = ({ friday, saturday, second = 'Saturday', noted = '$8.00' }: Evening) => `<!doctype html>
<html lang="en"><title>The Quartet at Harbour Hall</title>
<style>body { margin: 0 } .note { position: absolute; left: 200px; top: 700px; margin: 0; font-size: 28px }</style>
<main style="height: 900px"><h1>The Quartet</h1>
<p>Four voices, one hall, no microphones: the songs of their third record, and some of the first.</p>
<table cellpadding="12"><tr><th>Evening</th><th>Time</th><th>Price</th></tr>
<tr><th>Friday</th><td>20:00</td><td>from ${friday}</td></tr>
<tr><th>${second}</th><td>20:00</td><td>from ${saturday}</td></tr></table>
<p class="note">Programme book: ${noted}</p></main></html>`;
/** The same evenings in a new layout of their site: other tags, classes and order, and a price that was not there. */
const laidOutAnew = ({
  friday,
  saturday,
  second = 'Saturday',
  label = 'Price',
}: Evening & { label?: string }) => `<!doctype html>
<html lang="en"><title>The Quartet at Harbour Hall</title><body class="v2">
<nav><a href="/">Hall</a> <a href="/gift">Gifts</a></nav>
<div class="stage"><h1>The Quartet</h1><p class="fee">Booking by telephone: $3.00</p><div class="nights">
<section class="night"><h3>${second}</h3><p>8 pm</p><p><span>${label}</span> <b>from ${saturday}</b></p></section>
<section class="night"><h3>Friday</h3><p>8 pm</p><p><span>Price</span> <b>from ${friday}</b></p></section>
</div></div></html>`;
/** As shops write them: the price stands in the page's data too, and the reader is sure of it. */
const EUROS = `<!doctype html><html lang="en"><title>Kettle One - Tea and kettles</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Product", "name": "Kettle One",
"offers": {"@type": "Offer", "price": "312.00", "priceCurrency": "EUR"}}</script>
<nav><a href="/">Shop</a> <a href="/tea">Tea</a></nav><main><h1>Kettle One</h1>
<p class="price">Price: <b>€312.00</b></p><button>Add to cart</button>
<p>In stock, and on its way tomorrow.</p></main></html>`;
const PROMPT = 'Tell me when a ticket for the quartet costs less than $60';

async function preview(page: Page, path: string): Promise<void> {
  await page.getByLabel('What do you want to be told?').fill(`${PROMPT} ${SITE}${path}`);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(page.getByText('Which one do you mean?')).toBeVisible({ timeout: 60_000 });
}

async function save(page: Page, value: string): Promise<void> {
  await expect(page.getByTestId('preview-value')).toHaveText(value);
  await expect(page.getByTestId('preview-picture')).toBeVisible();
  await page.getByRole('button', { name: 'Save monitor' }).click();
  await expect(page).toHaveURL(/\/monitors\/[0-9a-f-]{36}$/);
  await expect(page.getByTestId('current-value')).toHaveText(value);
}

async function check(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /Check now/ });
  await expect(button).toBeEnabled();
  await button.click();
  await expect(page.getByTestId('check-phase')).toHaveText(/Done|Checked/, { timeout: 60_000 });
}

test('by mouse: the second candidate, an alert, a page laid out anew, and pointing again', async ({ page }) => {
  site.pages.set('/mouse', hall({ friday: '$64.50', saturday: '$72.00' }));
  await preview(page, '/mouse');
  await pointAtFrame(page, '$72.00');
  await save(page, '$72.00');
  await expect(page.getByText('No alert: $72.00 is not below $60.00.').first()).toBeVisible();

  site.pages.set('/mouse', hall({ friday: '$9.00', saturday: '$52.00' }));
  await check(page);
  await expect(page.getByTestId('current-value')).toHaveText('$52.00');
  await expect(page.getByText('Alert: $52.00 is below $60.00.').first()).toBeVisible();

  site.pages.set('/mouse', hall({ friday: '$9.00', saturday: '$71.00', second: 'Sunday' }));
  await check(page);
  await expect(page.getByTestId('current-value')).toHaveText('$52.00');
  await page.getByRole('link', { name: 'Point at it on the page' }).click();
  await pointAtFrame(page, '$71.00');
  await page.getByRole('button', { name: 'Go on with this value' }).click();
  await expect(page.getByTestId('current-value')).toHaveText('$71.00');
  await expect(page.getByText(/before: \$52\.00/)).toBeVisible();
  await expect(page.getByText('No alert: $71.00 is not below $60.00.').first()).toBeVisible();
  await expect(page.getByTestId('evidence-picture')).toBeVisible();
  await check(page);
  await expect(page.getByTestId('current-value')).toHaveText('$71.00');
});

test('a page laid out anew: found again by its names, or pointed at again, and never another value', async ({
  page,
}) => {
  site.pages.set('/anew', hall({ friday: '$64.50', saturday: '$72.00' }));
  await preview(page, '/anew');
  await pointAtFrame(page, '$72.00');
  await save(page, '$72.00');

  site.pages.set('/anew', laidOutAnew({ friday: '$9.00', saturday: '$72.00' }));
  await check(page);
  await expect(page.getByText('its place was found again by its name').first()).toBeVisible();
  await expect(page.getByTestId('current-value')).toHaveText('$72.00');
  await expect(page.getByText('No alert: $72.00 is not below $60.00.').first()).toBeVisible();

  site.pages.set('/anew', laidOutAnew({ friday: '$9.00', saturday: '$52.00' }));
  await check(page);
  await expect(page.getByTestId('current-value')).toHaveText('$52.00');
  await expect(page.getByText('Alert: $52.00 is below $60.00.').first()).toBeVisible();

  site.pages.set('/anew', laidOutAnew({ friday: '$9.00', saturday: '$8.00', second: 'Second night', label: 'Seat' }));
  await check(page);
  await expect(page.getByRole('link', { name: 'Point at it on the page' })).toBeVisible();
  await expect(page.getByTestId('current-value')).toHaveText('$52.00');
  await expect(page.getByText(/\$[39]\.00 is below/)).toHaveCount(0);
  await page.getByRole('link', { name: 'Point at it on the page' }).click();
  await pointAtFrame(page, '$8.00');
  await page.getByRole('button', { name: 'Go on with this value' }).click();
  await expect(page.getByTestId('current-value')).toHaveText('$8.00');
  await check(page);
  await expect(page.getByTestId('current-value')).toHaveText('$8.00');
});

/** Clicks the frame around a value on the picture, and takes it. */
async function pointAtFrame(page: Page, value: string): Promise<void> {
  const frames = page.getByTestId(/^frame-/).filter({ hasText: value });
  await frames.click({ timeout: 60_000 });
  await expect(page.getByRole('radio', { name: value, checked: true })).toHaveCount(1);
  await page.getByRole('button', { name: 'Take this one' }).click();
  await expect(page.getByTestId('preview-value')).toHaveText(value);
}

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('none of these: a text on the picture', async ({ page }) => {
    site.pages.set('/touch', hall({ friday: '$64.50', saturday: '$72.00' }));
    await preview(page, '/touch');
    await page.getByText('None of these').tap();
    await expect(page.getByText(/^\d+ texts?$/)).toBeVisible();
    const picture = page.getByTestId('page-picture');
    const area = await picture.boundingBox();
    const scale = (area?.width ?? 0) / 1_280;
    await picture.tap({ position: { x: 300 * scale, y: 715 * scale } });
    await expect(page.getByText('You point at “Programme book: $8.00”.')).toBeVisible();
    await page.getByRole('button', { name: 'Take this one' }).tap();
    await save(page, '$8.00');

    site.pages.set('/touch', hall({ friday: '$2.00', saturday: '$3.00', noted: '$7.50' }));
    await check(page);
    await expect(page.getByTestId('current-value')).toHaveText('$7.50');
  });
});

test('by keyboard alone: from the sentence to the saved monitor', async ({ page }) => {
  site.pages.set('/keys', hall({ friday: '$64.50', saturday: '$72.00' }));
  await tabTo(page, page.getByLabel('What do you want to be told?'));
  await page.keyboard.type(`${PROMPT} ${SITE}/keys`);
  await tabTo(page, page.getByRole('button', { name: 'Preview', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Which one do you mean?')).toBeVisible({ timeout: 60_000 });
  const radios = page.getByRole('radio');
  await tabTo(page, radios.first());
  const wanted = page.getByRole('radio', { name: /\$72\.00/ });
  for (let pressed = 0; pressed < 12 && !(await wanted.isChecked()); pressed += 1)
    await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('preview-value')).toHaveText('$72.00');
  await tabTo(page, page.getByRole('button', { name: 'Save monitor' }));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('current-value')).toHaveText('$72.00');
});

test('a contract that is corrected by hand, and one that nobody understood', async ({ page }) => {
  site.pages.set('/correct', hall({ friday: '$64.50', saturday: '$72.00' }));
  await preview(page, '/correct');
  await page.getByText('Not what you meant? Correct it').click();
  await page.getByLabel('What is read').fill('Programme book');
  await page.getByLabel('Value', { exact: true }).fill('cheap');
  await page.getByRole('button', { name: 'Preview as written here' }).click();
  await expect(page.getByText('“cheap” is not a number in USD.')).toBeVisible();
  await page.getByLabel('Value', { exact: true }).fill('5');
  await page.getByRole('button', { name: 'Preview as written here' }).click();
  await expect(page.getByText(/Programme book.* is below \$5\.00\./).first()).toBeVisible({ timeout: 60_000 });

  // Euros under a limit in dollars: not saved before it is corrected, at one press.
  site.pages.set('/euros', EUROS);
  const sentence = page.getByLabel('What do you want to be told?');
  const prompt = 'Tell me when the Kettle One costs less than 300 US dollars';
  await sentence.fill(prompt);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(page.getByLabel('Which page should be read?')).toBeFocused({ timeout: 60_000 });
  await expect(sentence).toHaveValue(prompt);
  await page.keyboard.type(`${SITE}/euros`);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Correct this before you save it')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Save monitor' })).toBeDisabled();
  await page.getByRole('button', { name: 'Wait for an amount in EUR' }).click();
  await expect(page.getByText(/is below €300\.00\./).first()).toBeVisible({ timeout: 60_000 });
  await save(page, '€312.00');
  await page.goto('/monitors/new');

  // An address without a word: no reader can tell what is meant.
  await page.getByLabel('What do you want to be told?').fill(`${SITE}/correct`);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  const shown = page.getByRole('button', { name: /\$72\.00/ });
  await shown.first().click({ timeout: 60_000 });
  await page.getByLabel('Kind of value').selectOption({ label: 'A number or an amount' });
  await page.getByLabel('Unit').fill('USD');
  await page.getByLabel('Tell me when it').selectOption({ label: 'is below' });
  await page.getByLabel('Value', { exact: true }).fill('60');
  await page.getByRole('button', { name: 'Preview as written here' }).click();
  await expect(page.getByText(/is below \$60\.00\./).first()).toBeVisible({ timeout: 60_000 });
});

test('a sentence that may mean something else: the other meaning is one press away', async ({ page }) => {
  site.pages.set('/else', hall({ friday: '$64.50', saturday: '$72.00' }));
  await page.getByLabel('What do you want to be told?').fill(`Ticket for the quartet, more or less $60 ${SITE}/else`);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  const other = page.getByRole('region', { name: 'What you may mean instead' }).getByRole('button').first();
  await expect(other).toBeVisible({ timeout: 60_000 });
  const meant = (await other.textContent()) ?? '';
  await other.click();
  await expect(page.getByText('as you wrote it')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('p', { hasText: meant }).first()).toBeVisible();
  await expect(page.getByText('Or did you mean:')).toHaveCount(0);
});

/** Presses Tab as somebody without a mouse does, until it is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('The keyboard does not get there');
}
