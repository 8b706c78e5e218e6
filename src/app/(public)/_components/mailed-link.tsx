import { Stack, Text } from '@mantine/core';
import { LinkSecret } from '@/domain/account/account-input';
import type { RouterOutputs } from '@/trpc/root';
import { LinkButton } from '@/ui/shell/link-button';

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

/** For a mailed link that was used, has run out, or was cut off by a mail program. */
export function LinkOver({ href, label }: { href: string; label: string }) {
  return (
    <Stack>
      <Text>This link was used before, has run out, or was cut off. Only the newest mail counts.</Text>
      <LinkButton href={href}>{label}</LinkButton>
    </Stack>
  );
}
