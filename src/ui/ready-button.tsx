'use client';

import { Button, type ButtonProps, type ElementProps } from '@mantine/core';
import { useMounted } from '@mantine/hooks';

interface ReadyButtonProps extends ButtonProps, ElementProps<'button', keyof ButtonProps> {}

/**
 * A button that cannot be pressed before the page's scripts are there: the press would reach nobody, and a form would
 * be sent by the browser itself, into the page's address. For pages that people come to first.
 */
export function ReadyButton({ disabled, ...props }: ReadyButtonProps) {
  const ready = useMounted();
  return <Button {...props} disabled={disabled === true || !ready} />;
}
