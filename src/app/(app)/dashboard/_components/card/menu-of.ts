import type { PointerEvent } from 'react';
import type { Item } from '../view/choose';

/** What the menu of a card may do. */
export interface MenuOf {
  pause: (item: Item) => void;
  tag: (item: Item) => void;
  remove: (item: Item) => void;
  /** Null where the order is not the person's own. */
  arrange: {
    move: (item: Item, by: -1 | 1) => void;
    isFirst: boolean;
    isLast: boolean;
    /** Begins to drag the card. */
    grip: (event: PointerEvent) => void;
  } | null;
}
