'use client';

import { Avatar, Menu, UnstyledButton } from '@mantine/core';
import Link from 'next/link';
import { useSignOut } from '@/ui/shell/use-sign-out';
import classes from './app-frame.module.css';

/** The person, as the frame shows them. */
export interface FramePerson {
  name: string;
  email: string;
  role: 'member' | 'admin';
}

/** "AL" of "Ada Lovelace", "A" of "Ada". */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}

export function AccountMenu({ person }: { person: FramePerson }) {
  const { signOut, pending } = useSignOut();
  return (
    <Menu position="bottom-end" width={230} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton
          aria-label={`${initials(person.name)}: account of ${person.name}`}
          style={{ borderRadius: '50%' }}
        >
          <Avatar color="pine" radius="xl" size={34} variant="filled" aria-hidden="true">
            {initials(person.name)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
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
