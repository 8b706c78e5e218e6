import { afterAll, describe, expect, it } from 'vitest';
import { createScraper } from '../create-scraper';
import { parserHere } from '../document/page-parser';

describe('the picture of a page', () => {
  const scraper = createScraper({ parser: parserHere });
  afterAll(() => scraper.close());

  async function lookAt(html: string, look: 'full' | 'cheap' = 'full') {
    const given = { body: html, status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } };
    const result = await scraper.look({ url: 'https://page.example/', look, given });
    if (!result.ok) throw new Error(result.failure.message);
    return result.look;
  }

  it('is a JPEG in the measure of the boxes, with what is below the window', async () => {
    const look = await lookAt('<h1>Kettle</h1><div style="height:2000px"></div><p>Price $20.00</p>');
    const picture = await look.picture();
    expect([...(picture?.bytes.slice(0, 2) ?? [])]).toEqual([0xff, 0xd8]);
    const last = look.snapshot.runs.at(-1)?.box;
    expect(last?.y).toBeGreaterThan(2_000);
    expect(picture?.height).toBeGreaterThan((last?.y ?? 0) + (last?.height ?? 0));
    expect(picture?.width).toBeLessThanOrEqual(1_280);
    expect(await look.frame({ start: 0, end: 6 })).not.toBeNull();
    await look.close();
  });

  it('is as high as 6,000 pixels and as large as 400 KB at most, and none without a browser', async () => {
    const lines = Array.from({ length: 3_000 }, (_, n) => `<p style="color:hsl(${n} 90% 50%)">Line ${n} of many</p>`);
    const look = await lookAt(lines.join(''));
    const picture = await look.picture();
    expect(picture?.height).toBeLessThanOrEqual(6_000);
    expect(picture?.bytes.length).toBeLessThanOrEqual(400_000);
    await look.close();
    const cheap = await lookAt('<p>Price $20.00</p>', 'cheap');
    expect(await cheap.picture()).toBeNull();
  });
});
