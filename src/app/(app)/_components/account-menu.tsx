'use client';

import { Avatar, UnstyledButton } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useMenuButton } from '@/ui/shell/use-menu-button';
import classes from './app-frame.module.css';
import type { FramePerson } from './frame-person';

const load = () => import('./account-entries');
const AccountEntries = dynamic(() => load().then((module) => module.AccountEntries), { ssr: false });

/** "AL" of "Ada Lovelace", "A" of "Ada". */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}

/** Who is signed in; what is behind it comes when it is opened first. */
export function AccountMenu({ person }: { person: FramePerson }) {
  const { asked, opened, close, button } = useMenuButton();
  return (
    <div className={classes.account}>
      <UnstyledButton
        {...button}
        aria-label={`${initials(person.name)}: account of ${person.name}`}
        style={{ borderRadius: '50%' }}
        onPointerEnter={() => void load()}
      >
        <Avatar color="pine" radius="xl" size={34} variant="filled" aria-hidden="true">
          {initials(person.name)}
        </Avatar>
      </UnstyledButton>
      {asked ? <AccountEntries person={person} opened={opened} close={close} /> : null}
    </div>
  );
}
