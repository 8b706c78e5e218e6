import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScraper, type HouseScraper } from '../create-scraper';
import { parserHere } from '../document/page-parser';

/** A banner as shops have them: it hides the page until it is answered, and says what was answered. */
const PAGE = `<!doctype html><html lang="en"><title>Lamp</title><body>
<main><h1>Lamp</h1><p>The lamp costs $12 and can be had at once, in white, black and brass.</p><p id="told">nothing</p>
</main>
<div id="cookie-banner" role="dialog" aria-label="Cookies"
  style="position:fixed;left:0;right:0;bottom:0;background:#eee;padding:20px">
<p>We use cookies and similar technologies to give you the best experience. You can accept or reject them.</p>
<button id="yes">Accept all</button> <button id="no">Reject all</button></div>
<script>
for (const id of ["yes", "no"]) document.getElementById(id).onclick = () => {
  document.getElementById("cookie-banner").remove(); document.getElementById("told").textContent = "answered " + id;
};
</script>`;

describe.each([true, false])('a consent banner (own clock of the page: %s)', (virtualTime) => {
  let scraper: HouseScraper;
  beforeAll(async () => {
    scraper = createScraper({ parser: parserHere, virtualTime });
    await scraper.warm();
  });
  afterAll(() => scraper.close());

  it('is answered with a no, and is not read', async () => {
    const given = { body: PAGE, status: 200, headers: {} };
    const result = await scraper.look({ url: 'https://shop.example/lamp', look: 'full', given });
    const text = result.ok ? result.look.snapshot.text : result.failure.message;
    if (result.ok) await result.look.close();
    expect(text).toContain('The lamp costs $12');
    expect(text).not.toContain('similar technologies');
    expect(text).toContain('answered no');
  });
});
