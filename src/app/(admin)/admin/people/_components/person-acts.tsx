'use client';

import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { Link } from '@/ui/shell/link';
import { DeleteModal } from './delete-modal';
import classes from './people.module.css';
import { isWaiting } from './person-states';
import { RestrictModal } from './restrict-modal';
import { SuspendModal } from './suspend-modal';
import { type PersonView, usePersonActs } from './use-person-acts';

interface PersonActsProps {
  person: PersonView;
  /** The admin themselves, to whom nothing of it can be done from here. */
  isSelf: boolean;
}

const GRAVE = { restrict: RestrictModal, suspend: SuspendModal, delete: DeleteModal } as const;
type Grave = keyof typeof GRAVE;

/** What an admin may do to a person; letting in stands open, since most come here for it. */
export function PersonActs({ person, isSelf }: PersonActsProps) {
  const acts = usePersonActs(person);
  const [asked, setAsked] = useState<Grave | null>(null);
  const { name } = person;
  return (
    <div className={classes.acts}>
      {isWaiting(person) ? (
        <Button size="xs" loading={acts.pending} onClick={acts.admit} aria-label={`Let ${name} in`}>
          Let in
        </Button>
      ) : null}
      <Menu position="bottom-end" width={250} withinPortal={false}>
        <Menu.Target>
          <Button size="xs" variant="default" disabled={acts.pending} aria-label={`More for ${name}`}>
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} href={`/admin/audit?person=${person.id}`}>
            See what they did
          </Menu.Item>
          <Menu.Item onClick={acts.signOut}>Sign out everywhere</Menu.Item>
          <LightItems person={person} acts={acts} />
          {isSelf ? null : <GraveItems person={person} onAsk={setAsked} />}
        </Menu.Dropdown>
      </Menu>
      {(Object.keys(GRAVE) as Grave[]).map((act) => {
        const Question = GRAVE[act];
        return <Question key={act} person={person} opened={asked === act} onClose={() => setAsked(null)} />;
      })}
    </div>
  );
}

/** What needs no further question. */
function LightItems({ person, acts }: { person: PersonView; acts: ReturnType<typeof usePersonActs> }) {
  const { suspendedAt, emailVerified, restrictedUntil, deletionRequestedAt, isBetaUser, role } = person;
  return (
    <>
      {emailVerified || suspendedAt ? null : <Menu.Item onClick={acts.resend}>Mail the confirmation again</Menu.Item>}
      {restrictedUntil ? <Menu.Item onClick={acts.liftRestrictions}>Lift the restrictions</Menu.Item> : null}
      {isBetaUser && role === 'member' ? (
        <Menu.Item onClick={acts.close}>Put back on the waiting list</Menu.Item>
      ) : null}
      {suspendedAt ? <Menu.Item onClick={acts.unsuspend}>Lift the suspension</Menu.Item> : null}
      {deletionRequestedAt ? <Menu.Item onClick={acts.keep}>Keep the account</Menu.Item> : null}
    </>
  );
}

function GraveItems({ person, onAsk }: { person: PersonView; onAsk: (act: Grave) => void }) {
  return (
    <>
      <Menu.Item color="red" onClick={() => onAsk('restrict')}>
        Restrict…
      </Menu.Item>
      {person.suspendedAt ? null : (
        <Menu.Item color="red" onClick={() => onAsk('suspend')}>
          Suspend…
        </Menu.Item>
      )}
      {person.deletionRequestedAt ? null : (
        <Menu.Item color="red" onClick={() => onAsk('delete')}>
          Delete the account…
        </Menu.Item>
      )}
    </>
  );
}
