import { SAMPLE_SCHEMAS, type SampleSection } from './sample-values';

/** Where a page of the sample shop is; `origin` is the app's own, without a path. */
export function addressOfSample(origin: string, section: SampleSection): string {
  return `${new URL(origin).origin}/samples/${section}`;
}

/**
 * The sample page that an address names, as an address that is made here anew, or null. Everything that a page's
 * address has not is refused (a name before "@", a question mark, a fragment, another way to write the path), so that
 * nothing of what a stranger wrote is ever asked for.
 */
export function sampleAddress(address: string, origin: string): string | null {
  if (address.length > 300 || !URL.canParse(address)) return null;
  const { href } = new URL(address);
  const sections = Object.keys(SAMPLE_SCHEMAS) as SampleSection[];
  return sections.map((section) => addressOfSample(origin, section)).find((known) => known === href) ?? null;
}
