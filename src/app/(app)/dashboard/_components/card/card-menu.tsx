'use client';

import { Menu } from '@mantine/core';
import { Link } from '@/ui/shell/link';
import type { Item } from '../view/choose';
import classes from './card.module.css';
import type { MenuOf } from './menu-of';

interface CardMenuProps {
  item: Item;
  menu: MenuOf;
  opened: boolean;
  close: () => void;
}

/** Opens below the button beside it, which keeps the focus's place. */
export function CardMenu({ item, menu, opened, close }: CardMenuProps) {
  const { monitor } = item;
  const { arrange } = menu;
  return (
    <Menu opened={opened} onChange={(next) => (next ? null : close())} position="bottom-end" width={200} trapFocus>
      <Menu.Target>
        <span className={classes.anchor} aria-hidden="true" />
      </Menu.Target>
      <Menu.Dropdown aria-label={`More for ${monitor.name}`}>
        <Menu.Item component={Link} href={`/monitors/${monitor.id}/edit`}>
          Edit
        </Menu.Item>
        <Menu.Item onClick={() => menu.tag(item)}>Tags…</Menu.Item>
        {arrange ? (
          <>
            <Menu.Item disabled={arrange.isFirst} onClick={() => arrange.move(item, -1)}>
              Move up
            </Menu.Item>
            <Menu.Item disabled={arrange.isLast} onClick={() => arrange.move(item, 1)}>
              Move down
            </Menu.Item>
          </>
        ) : null}
        <Menu.Item onClick={() => menu.pause(item)}>{monitor.isActive ? 'Pause' : 'Resume'}</Menu.Item>
        <Menu.Divider />
        <Menu.Item color="var(--mantine-color-error)" onClick={() => menu.remove(item)}>
          Delete…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
