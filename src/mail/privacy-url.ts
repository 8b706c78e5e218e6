/** Where it stands what we keep of people, at the host of any address of ours: every email ends with it. */
export function privacyUrl(home: string): string {
  return new URL('/privacy', home).href;
}
