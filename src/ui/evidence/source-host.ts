/** "shop.example" of an address, without "www."; the address itself where it is none. */
export function sourceHost(address: string): string {
  try {
    return new URL(address).host.replace(/^www\./, '');
  } catch {
    return address;
  }
}

/** The address where it may be followed by a click: http and https only, null for anything else. */
export function linkableAddress(address: string): string | null {
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}
