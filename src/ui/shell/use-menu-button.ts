'use client';

import { type SyntheticEvent, useRef, useState } from 'react';

/**
 * A button whose menu is another component, so that the menu's scripts come when it is opened first (`asked`). The
 * button gets the focus back, and a press on it while the menu is open closes it, once: the menu does not hear of it.
 */
export function useMenuButton() {
  const [asked, ask] = useState(false);
  const [opened, setOpened] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  const keep = (event: SyntheticEvent) => opened && event.stopPropagation();
  return {
    asked,
    opened,
    close: () => {
      setOpened(false);
      ref.current?.focus();
    },
    button: {
      ref,
      'aria-haspopup': 'menu',
      'aria-expanded': opened,
      onMouseDown: keep,
      onTouchStart: keep,
      onClick: () => [ask(true), setOpened(!opened)],
    },
  } as const;
}
