'use client';

import { Badge, Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import Link from 'next/link';
import { LocalTime, TimeAgo } from '@/ui/time/clock';
import classes from './people.module.css';
import { SuspendModal } from './suspend-modal';
import { type PersonView, usePersonActs } from './use-person-acts';

interface PersonRowProps {
  person: PersonView;
  /** The admin themselves, who cannot be suspended from here. */
  isSelf: boolean;
}

export function PersonRow({ person, isSelf }: PersonRowProps) {
  const { name, email, monitorCount, lastLoginAt, createdAt, suspendedAt, suspendedReason } = person;
  return (
    <li className={classes.person}>
      <div className={classes.who}>
        <div className={classes.name}>
          {name} <States person={person} />
        </div>
        <div className={classes.email}>
          {email} {person.emailVerified ? null : <span className={classes.facts}>· not confirmed</span>}
        </div>
        <div className={classes.facts}>
          {monitorCount} {monitorCount === 1 ? 'monitor' : 'monitors'} ·{' '}
          {lastLoginAt ? (
            <>
              last signed in <TimeAgo at={lastLoginAt} />
            </>
          ) : (
            'never signed in'
          )}{' '}
          · since <LocalTime at={createdAt} />
        </div>
        {suspendedAt ? (
          <div className={classes.facts}>
            Suspended <TimeAgo at={suspendedAt} />: {suspendedReason}
          </div>
        ) : null}
        {person.restrictedUntil ? (
          <div className={classes.facts}>
            Restricted until <LocalTime at={person.restrictedUntil} />
          </div>
        ) : null}
      </div>
      <Acts person={person} isSelf={isSelf} />
    </li>
  );
}

const isWaiting = ({ isBetaUser, role, suspendedAt }: PersonView) =>
  !isBetaUser && role === 'member' && suspendedAt === null;

function States({ person }: { person: PersonView }) {
  const states = [
    person.role === 'admin' ? { label: 'Admin', color: 'pine' } : null,
    isWaiting(person) ? { label: 'Waiting', color: 'yellow' } : null,
    person.suspendedAt ? { label: 'Suspended', color: 'red' } : null,
    person.restrictedUntil ? { label: 'Restricted', color: 'red' } : null,
  ].filter((state) => state !== null);
  return states.map(({ label, color }) => (
    <Badge key={label} variant="dot" color={color} tt="none" fw={500}>
      {label}
    </Badge>
  ));
}

/** What an admin may do to a person; letting in stands open, since most come here for it. */
function Acts({ person, isSelf }: PersonRowProps) {
  const { admit, close, unsuspend, signOut, liftRestrictions, pending } = usePersonActs(person);
  const [suspending, { open, close: stopSuspending }] = useDisclosure(false);
  const { name, suspendedAt } = person;
  return (
    <div className={classes.acts}>
      {isWaiting(person) ? (
        <Button size="xs" loading={pending} onClick={admit} aria-label={`Let ${name} in`}>
          Let in
        </Button>
      ) : null}
      <Menu position="bottom-end" width={230} withinPortal={false}>
        <Menu.Target>
          <Button size="xs" variant="default" disabled={pending} aria-label={`More for ${name}`}>
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} href={`/admin/audit?person=${person.id}`}>
            See what they did
          </Menu.Item>
          <Menu.Item onClick={signOut}>Sign out everywhere</Menu.Item>
          {person.restrictedUntil ? <Menu.Item onClick={liftRestrictions}>Lift the restrictions</Menu.Item> : null}
          {person.isBetaUser && person.role === 'member' ? (
            <Menu.Item onClick={close}>Put back on the waiting list</Menu.Item>
          ) : null}
          {suspendedAt ? <Menu.Item onClick={unsuspend}>Lift the suspension</Menu.Item> : null}
          {suspendedAt || isSelf ? null : (
            <Menu.Item color="red" onClick={open}>
              Suspend…
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <SuspendModal person={person} opened={suspending} onClose={stopSuspending} />
    </div>
  );
}
