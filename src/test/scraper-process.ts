/** A process with a warm browser in the middle of a look, for tests that kill it. Prints the browser's process id. */

import { createScraper } from '@/scrape/create-scraper';
import { parserHere } from '@/scrape/document/page-parser';

const scraper = createScraper({ parser: parserHere });
await scraper.warm();
void scraper.look({
  url: 'https://shop.example/',
  look: 'full',
  given: { body: '<p>words</p><script>for (;;) {}</script>', status: 200, headers: {} },
});
setTimeout(() => process.stdout.write(`${scraper.state().pid}\n`), 500);
process.on('SIGTERM', () => process.exit(0));
setInterval(() => undefined, 1_000);
