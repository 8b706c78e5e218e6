import type { FixturePage } from '@/test/fixture-site';
import { startWeb } from '../soak/site';

/** A page that is asked for and does not answer. */
export interface HeldPage {
  /** Resolves when somebody has asked for it. */
  asked: Promise<void>;
  release(): void;
}

/** The web as the app sees it: shops of ours behind a proxy (soak/site.ts), with prices that the drill knows. */
export interface Shop {
  proxyUrl: string;
  /** Prices of every third product change sides with each round. */
  round: number;
  hold(product: number): HeldPage;
  close(): Promise<void>;
}

/** So many products there are, at /shop/0 and on. */
const PRODUCTS = 1_000;
/** From here on a page has two prices, of which only a model says which is meant. */
export const AMBIGUOUS_FROM = 900;
/** From here on it has none. */
export const PRICELESS_FROM = 950;

function isBelow(product: number, round: number): boolean {
  const flips = product % 3 === 0 ? round : 0;
  return (product + flips) % 2 === 0;
}

/** Without a number where the page has no price: it could be taken for one. */
export function nameOf(product: number): string {
  return `Kettle ${product < PRICELESS_FROM ? product : String.fromCharCode(65 + product - PRICELESS_FROM)}`;
}

const priceOf = (product: number, round: number) => (isBelow(product, round) ? '$280.00' : '$320.00');

export async function openShop(): Promise<Shop> {
  const held = new Map<number, { asked: () => void; released: Promise<void> }>();
  const page =
    (product: number): FixturePage =>
    async (_, response) => {
      const hold = held.get(product);
      hold?.asked();
      await hold?.released;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(htmlOf(product, priceOf(product, shop.round)));
    };
  const paths = Array.from({ length: PRODUCTS }, (_, product) => [`/shop/${product}`, page(product)] as const);
  const web = await startWeb(Object.fromEntries(paths));
  const shop: Shop = {
    proxyUrl: web.proxyUrl,
    round: 0,
    hold: (product) => {
      const [asked, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      held.set(product, { asked: asked.resolve, released: released.promise });
      const release = () => {
        held.delete(product);
        released.resolve();
      };
      return { asked: asked.promise, release };
    },
    close: web.close,
  };
  return shop;
}

function htmlOf(product: number, price: string): string {
  const head = `<!doctype html><html lang="en"><title>${nameOf(product)}</title><body><h1>${nameOf(product)}</h1>`;
  if (product >= PRICELESS_FROM) return `${head}<p>The kettle for tea. Ask us in the shop.</p>`;
  if (product >= AMBIGUOUS_FROM) return `${head}<p>$350.00</p><p>${price}</p>`;
  return `${head}<p>Price: ${price}</p><p>In stock. Two years of warranty, free delivery.</p></body></html>`;
}
