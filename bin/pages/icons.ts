// npm run icons: makes the PNG pictures of the app from src/app/icon.svg, and the one that is shown where it is linked.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { launchBrowser } from './visit';

const mark = readFileSync('src/app/icon.svg', 'utf8');
/** A mask may leave a circle of 80 % of it: the mark lies within, on its own green without round corners. */
const full = mark.replace('rx="8"', '').replace('viewBox="0 0 32 32"', 'viewBox="-5 -5 42 42"');
const fullOnGround = full.replace('<rect width="32" height="32"', '<rect x="-5" y="-5" width="42" height="42"');

mkdirSync('public/icons', { recursive: true });
await icon(mark, 192, 'public/icons/icon-192.png');
await icon(mark, 512, 'public/icons/icon-512.png');
await icon(fullOnGround, 512, 'public/icons/maskable-512.png');
// iOS cuts the corners itself.
await icon(mark.replace('rx="8"', ''), 180, 'src/app/apple-icon.png');
await social('src/app/opengraph-image.png');

async function icon(svg: string, size: number, file: string): Promise<void> {
  await sharp(Buffer.from(svg), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ palette: true, compressionLevel: 9 })
    .toFile(file);
  console.log(file);
}

/** 1200 by 630, as those who show links expect it; words in the app's own typeface, from the package that has it. */
async function social(file: string): Promise<void> {
  const font = readFileSync('node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', 'base64');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
    await page.setContent(`<!doctype html><style>
@font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${font}) }
body { margin: 0; box-sizing: border-box; height: 630px; padding: 84px 96px; background: #f7f9f8; color: #141a18;
  font-family: Inter; display: flex; flex-direction: column; justify-content: space-between }
header { display: flex; align-items: center; gap: 20px; font-size: 40px; font-weight: 650; letter-spacing: -0.02em }
header svg { width: 64px; height: 64px } header span span { color: #a53513 }
h1 { margin: 0; font-size: 84px; line-height: 1.08; font-weight: 650; letter-spacing: -0.03em; text-wrap: balance }
p { margin: 0; font-size: 30px; color: #55615c } q { background: #fff1c2; padding: 0 8px; color: #141a18; quotes: none }
</style><header>${mark}<span>Monitors<span>!</span></span></header>
<h1>Say what you are waiting for. See the proof.</h1>
<p>“Tell me when it costs less than $300” → <q>$279.00</q>, with its proof</p>`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const picture = await page.screenshot();
    writeFileSync(file, await sharp(picture).png({ palette: true, compressionLevel: 9 }).toBuffer());
    console.log(file);
  } finally {
    await browser.close();
  }
}
