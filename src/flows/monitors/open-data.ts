import { z } from 'zod';
import type { Interpretation } from '@/domain/contract/interpretation';
import type { SourceProposal } from '@/domain/contract/source-proposal';

/** What is asked of an open service before a proposal can be made; null where it cannot be reached. */
export type FetchJson = (url: string) => Promise<unknown>;

const FORECAST = 'https://api.open-meteo.com/v1/forecast';
const GEOCODING = 'https://geocoding-api.open-meteo.com/v1/search';
const RATES = 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml';
const REGISTRY = 'https://registry.npmjs.org';
const GITHUB = 'https://github.com';

/** A fixed address of each of them, to try whether it can be read: nobody's monitor is in it. */
export const OPEN_DATA: readonly { name: string; url: string }[] = [
  { name: 'Open-Meteo', url: `${FORECAST}?latitude=52.52&longitude=13.41&current=temperature_2m&format=csv` },
  { name: 'Open-Meteo geocoding', url: `${GEOCODING}?name=Berlin&count=1&format=json` },
  { name: 'European Central Bank', url: RATES },
  { name: 'npm', url: `${REGISTRY}/npm/latest` },
  { name: 'GitHub', url: `${GITHUB}/nodejs/node/releases.atom` },
];

type Asked = Pick<Interpretation, 'item' | 'property' | 'fact' | 'unit' | 'factType'> & { prompt: string };

/**
 * Key-free open data that may hold what a prompt asks for: weather by Open-Meteo, reference rates by the ECB, releases
 * by GitHub and npm. Each is a source like any other page: read by our parsers, shown with its attribution.
 */
export async function openDataFor(asked: Asked, fetchJson: FetchJson): Promise<SourceProposal[]> {
  if (isWeather(asked)) return weather(asked, fetchJson);
  if (isRate(asked)) return rates(asked);
  if (asked.unit === 'version' || asked.property === 'version') return releases(asked, fetchJson);
  return [];
}

const WEATHER =
  /temperature|humidity|wind|precipitation|rain|temperatur|température|temperatura|luftfeuchte|気温|湿度/i;

function isWeather({ property, item, factType }: Asked): boolean {
  // "temperature of the reactor" has no place: then geocoding finds none and nothing is proposed.
  return factType === 'number' && item !== null && WEATHER.test(property);
}

const Places = z.object({
  results: z
    .array(z.object({ name: z.string(), latitude: z.number(), longitude: z.number(), country: z.string().optional() }))
    .optional(),
});

const WEATHER_VARIABLES = 'temperature_2m,relative_humidity_2m,wind_speed_10m,precipitation';

async function weather({ item, unit }: Asked, fetchJson: FetchJson): Promise<SourceProposal[]> {
  const name = encodeURIComponent(item ?? '');
  const found = Places.safeParse(await fetchJson(`${GEOCODING}?name=${name}&count=3&format=json`));
  const scale = unit === '°F' ? '&temperature_unit=fahrenheit' : '';
  return (found.data?.results ?? []).slice(0, 3).map(({ name: place, latitude, longitude, country }) => ({
    // CSV, for its headers carry the units. The fragment is not sent: it says on our side which place it is.
    url:
      `${FORECAST}?latitude=${latitude}&longitude=${longitude}` +
      `&current=${WEATHER_VARIABLES}${scale}&format=csv#${encodeURIComponent(place)}`,
    title: `Weather in ${place}${country ? `, ${country}` : ''} now`,
    attribution: 'Weather data by Open-Meteo.com, CC BY 4.0',
  }));
}

/** The currencies of the ECB's daily reference rates. */
const ECB = (
  'USD JPY CZK DKK GBP HUF PLN RON SEK CHF ISK NOK TRY AUD BRL CAD CNY HKD IDR ILS INR KRW MXN MYR NZD PHP ' +
  'SGD THB ZAR'
).split(' ');

function isRate({ property, item, prompt }: Asked): boolean {
  const codes = `${item ?? ''} ${prompt}`.toUpperCase();
  return (
    (property === 'rate' || PAIR.test(prompt)) &&
    /(?<![A-Z])EUR(?![A-Z])|EURO/.test(codes) &&
    currencyIn(codes) !== null
  );
}

/** "EUR/USD": two currencies are a rate, whatever it is called. */
const PAIR = /(?<![A-Z])[A-Z]{3} ?\/ ?[A-Z]{3}(?![A-Z])/;

function currencyIn(codes: string): string | null {
  return ECB.find((code) => new RegExp(`(?<![A-Z])${code}(?![A-Z])`).test(codes)) ?? null;
}

function rates({ item, prompt }: Asked): SourceProposal[] {
  const code = currencyIn(`${item ?? ''} ${prompt}`.toUpperCase());
  return [
    {
      url: `${RATES}#EUR`,
      title: `Euro reference rates of the day${code ? ` (${code} per EUR)` : ''}`,
      attribution: 'European Central Bank, euro foreign exchange reference rates',
    },
  ];
}

const Repositories = z.object({
  items: z.array(z.object({ full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/), stargazers_count: z.number() })),
});
const REPOSITORY = /(?<![\w./-])([A-Za-z\d][\w-]{0,38}\/[\w.-]{1,100})(?![\w/-])/;
const NPM = /\bnpm (?:package )?((?:@[a-z\d][\w.-]{0,60}\/)?[a-z\d][\w.-]{0,60})/;

async function releases({ item, prompt }: Asked, fetchJson: FetchJson): Promise<SourceProposal[]> {
  const name = item?.trim() ?? '';
  const npm = NPM.exec(prompt)?.[1];
  if (npm !== undefined) return [npmPackage(npm)];
  const written = REPOSITORY.exec(prompt)?.[1];
  if (written) return [gitHubReleases(written)];
  if (name === '') return [];
  const query = encodeURIComponent(`${name} in:name`);
  const found = Repositories.safeParse(
    await fetchJson(`https://api.github.com/search/repositories?q=${query}&sort=stars&per_page=3`),
  );
  return (found.data?.items ?? []).slice(0, 3).map((repository) => gitHubReleases(repository.full_name));
}

function npmPackage(name: string): SourceProposal {
  return {
    url: `${REGISTRY}/${name.replace('/', '%2f')}/latest`,
    title: `Latest version of ${name} on npm`,
    attribution: 'npm registry',
  };
}

function gitHubReleases(repository: string): SourceProposal {
  return {
    url: `${GITHUB}/${repository}/releases.atom`,
    title: `Releases of ${repository}`,
    attribution: 'GitHub',
  };
}
