import type { Snapshot } from '@/domain/snapshot';
import { fold } from './words';

/** What a page states for machines about one thing on sale. Only supports what is visible; never a value by itself. */
export interface StatedOffer {
  name: string;
  price: string | null;
  currency: string | null;
  /** null where it is not stated. */
  available: boolean | null;
  syntax: string;
  path: string;
}

export function hostOf(url: string): string | null {
  try {
    return new URL(url).hostname;
  } catch {
    return null;
  }
}

const MAX_VISITED = 4_000;

/** Offers of all structured data on the page, at most 200. */
export function statedOffers(snapshot: Snapshot): StatedOffer[] {
  const offers: StatedOffer[] = [];
  let visited = 0;
  for (const item of snapshot.structured) {
    const waiting: { data: unknown; name: string }[] = [{ data: item.data, name: '' }];
    while (waiting.length > 0 && visited++ < MAX_VISITED && offers.length < 200) {
      const next = waiting.pop();
      if (next === undefined || next.data === null || typeof next.data !== 'object') continue;
      if (Array.isArray(next.data)) {
        for (const entry of next.data.slice(0, 300)) waiting.push({ data: entry, name: next.name });
        continue;
      }
      const record = next.data as Record<string, unknown>;
      const name = textOf(record.name ?? record['og:title'] ?? record.title) ?? next.name;
      const offer = offerOf(record, name, item.syntax, item.path);
      if (offer !== null) offers.push(offer);
      for (const value of Object.values(record)) {
        if (value !== null && typeof value === 'object') waiting.push({ data: value, name });
      }
    }
  }
  return offers;
}

function offerOf(record: Record<string, unknown>, name: string, syntax: string, path: string): StatedOffer | null {
  const price = textOf(record.price ?? record.lowPrice ?? record['product:price:amount'] ?? record['og:price:amount']);
  const currency = textOf(record.priceCurrency ?? record['product:price:currency'] ?? record['og:price:currency']);
  const stock = textOf(record.availability ?? record['product:availability'] ?? record['og:availability']);
  if (price === null && stock === null) return null;
  return { name, price, currency, available: stock === null ? null : availabilityOf(stock), syntax, path };
}

/** Schema.org ItemAvailability, with or without its address, or Open Graph's words. */
function availabilityOf(word: string): boolean | null {
  const name = fold(word.split('/').at(-1) ?? '').replace(/[^a-z]/g, '');
  if (
    ['instock', 'limitedavailability', 'onlineonly', 'instoreonly', 'available', 'presale', 'preorder'].includes(name)
  ) {
    return true;
  }
  if (['outofstock', 'oos', 'soldout', 'discontinued', 'unavailable', 'reserved'].includes(name)) return false;
  return null;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.slice(0, 500);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return textOf(value[0]);
  return null;
}

/** The currency that the page states for its offers, where it is one. */
export function statedCurrency(offers: StatedOffer[]): string | null {
  const stated = new Set(offers.map((offer) => offer.currency?.toUpperCase()).filter((code) => code !== undefined));
  const [only] = stated;
  return stated.size === 1 && only !== undefined && /^[A-Z]{3}$/.test(only) ? only : null;
}
