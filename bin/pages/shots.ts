// npm run shots: a picture of every page and state, and a page that shows them all.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext } from 'playwright-core';
import { type Place, places } from './places';
import { type House, inHouse, visit } from './visit';

const USAGE = `npm run shots -- [--out folder] [--only name]
Starts the built app on a port and a data folder of its own and takes a picture of every page and state
(bin/pages/places.ts) at 390, 768 and 1440 pixels, light and dark, into the folder (by default monitors-shots among the
temporary files), with an index.html that shows them beside each other.`;

const WIDTHS = [390, 768, 1440] as const;
const SCHEMES = ['light', 'dark'] as const;

const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: join(tmpdir(), 'monitors-shots') },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
const folder = resolve(options.out);
const failed = await inHouse(async (house) => {
  const only = options.only === undefined ? null : new RegExp(options.only);
  const chosen = places(house).filter(({ name }) => only?.test(name) ?? true);
  mkdirSync(folder, { recursive: true });
  const problems: string[] = [];
  for (const place of chosen) {
    const problem = await shoot(house, place);
    if (problem !== null) problems.push(`${place.name}: ${problem}`);
  }
  writeFileSync(join(folder, 'index.html'), indexOf(chosen.map(({ name }) => name)));
  return problems;
});
for (const problem of failed) console.error(problem);
console.log(`See ${join(folder, 'index.html')}`);
process.exit(failed.length > 0 ? 1 : 0);

/** The state is made once a scheme, then seen at each width. Null, or what went wrong. */
async function shoot(house: House, place: Place): Promise<string | null> {
  for (const colorScheme of SCHEMES) {
    const context = await house.as(place.who, { colorScheme, viewport: { width: 1440, height: 900 } });
    try {
      await inAllWidths(context, house, place, colorScheme);
    } catch (error) {
      return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    } finally {
      await context.close();
    }
  }
  return null;
}

async function inAllWidths(context: BrowserContext, house: House, place: Place, scheme: string) {
  const page = await context.newPage();
  await visit(page, place.path);
  await place.enter?.(page, house);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    // What is laid out anew by scripts has two frames for it.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.waitForTimeout(250);
    // What stays at the top of the window is drawn where it was scrolled to.
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
    await page.screenshot({ path: join(folder, fileOf(place.name, width, scheme)), fullPage: true });
  }
}

function fileOf(name: string, width: number, scheme: string): string {
  return `${name}-${width}-${scheme}.png`;
}

function indexOf(names: string[]): string {
  const shot = (name: string, width: number, scheme: string) => {
    const file = fileOf(name, width, scheme);
    return `<a href="${file}"><img src="${file}" alt="${width}, ${scheme}" width="${width / 4}" loading="lazy"></a>`;
  };
  const rows = names.map((name) => {
    const all = SCHEMES.flatMap((scheme) => WIDTHS.map((width) => shot(name, width, scheme)));
    return `<h2 id="${name}">${name}</h2>\n<p>${all.join('\n')}</p>`;
  });
  const style = [
    'body { font: 16px system-ui; margin: 2rem }',
    'img { border: 1px solid #999; vertical-align: top }',
    'p { display: flex; gap: 1rem; overflow-x: auto }',
  ].join('\n');
  const contents = names.map((name) => `<a href="#${name}">${name}</a>`).join(' · ');
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Every page of Monitors!</title><style>${style}</style>
<h1>Every page and state</h1>
<nav>${contents}</nav>
${rows.join('\n')}
</html>
`;
}
