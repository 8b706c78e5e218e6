'use client';

import { Menu } from '@mantine/core';
import { Link } from '@/ui/shell/link';
import { useSignOut } from '@/ui/shell/sign-out';
import classes from './app-frame.module.css';
import type { FramePerson } from './frame-person';

interface AccountEntriesProps {
  person: FramePerson;
  opened: boolean;
  close: () => void;
}

/** Opens below the button beside it, which keeps the focus's place. */
export function AccountEntries({ person, opened, close }: AccountEntriesProps) {
  const { signOut, pending } = useSignOut();
  return (
    <Menu
      opened={opened}
      onChange={(next) => (next ? null : close())}
      position="bottom-end"
      width={230}
      withinPortal={false}
      trapFocus
    >
      <Menu.Target>
        <span className={classes.anchor} aria-hidden="true" />
      </Menu.Target>
      <Menu.Dropdown aria-label={`Account of ${person.name}`}>
        <div className={classes.person}>
          <p>{person.name}</p>
          <p>{person.email}</p>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} href="/account">
          Account
        </Menu.Item>
        <Menu.Item onClick={signOut} disabled={pending}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
