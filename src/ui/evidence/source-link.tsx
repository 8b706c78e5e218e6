import { Anchor } from '@mantine/core';
import { linkableAddress, sourceHost } from './source-words';

/** A page that somebody else wrote: opened without telling it where from, and without vouching for it. */
export function SourceLink({ address, full = false }: { address: string; full?: boolean }) {
  const href = linkableAddress(address);
  const words = full ? address : sourceHost(address);
  if (href === null) return <span>{words}</span>;
  return (
    <Anchor
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      inherit
      underline="always"
      style={{ overflowWrap: 'anywhere' }}
    >
      {words}
    </Anchor>
  );
}
