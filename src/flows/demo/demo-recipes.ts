import type { Locator, Recipe } from '@/domain/contract/reading';

/** As if somebody had pointed at the value: a check looks with the browser, so that it brings a picture. */
function pointed(locators: Locator[], words: string[]): Recipe {
  return { version: 2, locators, worksOnCheapLook: false, words, titled: words.length > 0, pointed: true };
}

const cell = (row: string, column: string | null = null): Locator => ({ kind: 'cell', row: [row], column });
const own = (selector: string, label: string): Locator => ({ kind: 'selector', selector, label, own: true });

const AURORA = 'Aurora One wireless headphones';

/** Where the values of the demo account stand on the pages of the sample shop. */
export const DEMO_RECIPES = {
  price: pointed([own('strong.now', AURORA)], ['aurora', 'one']),
  stock: pointed([own('p.stock', AURORA)], ['aurora', 'one']),
  jobs: {
    ...pointed(
      [
        { kind: 'list', selector: 'main ul.jobs h2', entry: 'li', heading: 'Instrument maker' },
        { kind: 'list', selector: 'ul.jobs', entry: 'li' },
        { kind: 'list', selector: 'main', entry: 'li' },
        { kind: 'list', selector: 'body.jobs', entry: 'li' },
      ],
      [],
    ),
    entries: ['Instrument maker', 'Night-shift keeper', 'Bookkeeper, part time'],
  },
  museum: pointed([cell('Opening day')], ['museum', 'of', 'tide']),
  notice: pointed([cell('Notice')], ['ferri', 'to', 'sula']),
  status: pointed([cell('Status')], ['ferri', 'to', 'sula']),
  weather: { ...pointed([cell('Oslo', 'Temperature')], ['oslo']), titled: false },
  releases: pointed([cell('Latest version')], ['lantern']),
  desk: pointed([own('strong.price', 'Oak desk')], ['oak', 'desk']),
} as const satisfies Record<string, Recipe>;
