import { LinkSecret } from '@/domain/account/account-input';
import type { RouterOutputs } from '@/trpc/root';

type Link = RouterOutputs['auth']['link'];

/** The secret in a page's address and what it would do; a null link for whatever is no secret. */
export async function readLink(
  search: { secret?: string | string[] },
  look: (input: { secret: string }) => Promise<Link>,
): Promise<{ secret: string; link: Link }> {
  const secret = LinkSecret.safeParse(search.secret);
  return secret.success
    ? { secret: secret.data, link: await look({ secret: secret.data }) }
    : { secret: '', link: null };
}
