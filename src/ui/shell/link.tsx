'use client';

import NextLink from 'next/link';
import { type ComponentProps, useState } from 'react';

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'prefetch'>;

/**
 * A link to a page of this app. What the page needs is fetched when somebody is about to follow it (they point at it,
 * touch it, or reach it by keyboard), not when it comes into view: a first visit loads one page, not all it links to.
 */
export function Link({ onPointerEnter, onPointerDown, onFocus, ...props }: LinkProps) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return (
    <NextLink
      {...props}
      prefetch={wanted ? null : false}
      onPointerEnter={(event) => [want(), onPointerEnter?.(event)]}
      onPointerDown={(event) => [want(), onPointerDown?.(event)]}
      onFocus={(event) => [want(), onFocus?.(event)]}
    />
  );
}
