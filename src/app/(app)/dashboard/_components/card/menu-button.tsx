'use client';

import dynamic from 'next/dynamic';
import { useMenuButton } from '@/ui/shell/use-menu-button';
import type { Item } from '../view/choose';
import classes from './card.module.css';
import type { MenuOf } from './menu-of';

const CardMenu = dynamic(() => import('./card-menu').then((module) => module.CardMenu), { ssr: false });

/** The grip for dragging and the menu; the scripts of the menu come when it is opened first. */
export function MenuButton({ item, menu }: { item: Item; menu: MenuOf }) {
  const { asked, opened, close, button } = useMenuButton();
  const { name } = item.monitor;
  return (
    <div className={classes.corner}>
      {menu.arrange ? (
        // For the pointer only: the menu moves a card by keyboard.
        <span className={classes.grip} title="Drag to move" data-testid="grip" onPointerDown={menu.arrange.grip}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M6 3.5h.01M10 3.5h.01M6 8h.01M10 8h.01M6 12.5h.01M10 12.5h.01" />
          </svg>
        </span>
      ) : null}
      <button {...button} type="button" className={classes.more} aria-label={`More for ${name}`}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8h.01M8 8h.01M13 8h.01" />
        </svg>
      </button>
      {asked ? <CardMenu item={item} menu={menu} opened={opened} close={close} /> : null}
    </div>
  );
}
