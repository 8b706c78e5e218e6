import { Stack, Text } from '@mantine/core';
import { LinkButton } from '@/ui/shell/link-button';

/** For a mailed link that was used, has run out, or was cut off by a mail program. */
export function LinkOver({ href, label }: { href: string; label: string }) {
  return (
    <Stack>
      <Text>This link was used before, has run out, or was cut off. Only the newest mail counts.</Text>
      <LinkButton href={href}>{label}</LinkButton>
    </Stack>
  );
}
