'use client';

import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from '@/ui/shell/link';

interface Target {
  href: string;
  children: ReactNode;
}

/** A link that looks like a button. For server components, which cannot hand `Link` to Mantine themselves. */
export function LinkButton({ href, children, ...props }: ButtonProps & Target) {
  return (
    <Button component={Link} href={href} {...props}>
      {children}
    </Button>
  );
}

/** A link in running text, to a page of this app. */
export function TextLink({ href, children, ...props }: AnchorProps & Target) {
  return (
    <Anchor component={Link} href={href} underline="always" {...props}>
      {children}
    </Anchor>
  );
}
