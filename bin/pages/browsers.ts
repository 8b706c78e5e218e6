// npm run browsers: six journeys in Firefox and in WebKit, where they are installed.
import { startApp } from './app';
import { JOURNEYS } from './journeys';
import { type OtherBrowser, openFirefox, openWebKit } from './other-browsers';

if (process.argv.includes('--help')) {
  console.log(`npm run browsers
Starts the built app on a port and a data folder of its own and walks six journeys through it in Firefox (firefox-esr,
by WebDriver BiDi) and in WebKit (webkit2gtk-driver, on Xvfb), as Debian has them. What is not installed is left out
with a line: apt-get install firefox-esr webkit2gtk-driver xvfb. Ends with 1 where a journey fails.`);
  process.exit(0);
}

const OTHERS: readonly { name: string; open: () => Promise<OtherBrowser | null> }[] = [
  { name: 'Firefox', open: openFirefox },
  { name: 'WebKit', open: openWebKit },
];

const opened: { name: string; browser: OtherBrowser }[] = [];
for (const { name, open } of OTHERS) {
  const browser = await open();
  if (browser === null) console.log(`${name} is not installed here: left out.`);
  else opened.push({ name, browser });
}
if (opened.length === 0) process.exit(0);

let failed = 0;
const app = await startApp();
try {
  for (const { name, browser } of opened)
    for (const journey of JOURNEYS) {
      const since = performance.now();
      const problem = await journey.walk({ app, browser }).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      if (problem !== null) failed += 1;
      const seconds = ((performance.now() - since) / 1_000).toFixed(1);
      console.log(`${name}: ${problem === null ? 'ok  ' : 'FAIL'} ${journey.name} (${seconds} s) ${problem ?? ''}`);
    }
} finally {
  await Promise.all(opened.map(({ browser }) => browser.close()));
  await app.stop();
}
process.exit(failed > 0 ? 1 : 0);
