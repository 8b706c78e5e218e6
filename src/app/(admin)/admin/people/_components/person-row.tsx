'use client';

import { DELETION_DELAY_MS } from '@/domain/account/account-access';
import { LocalTime, TimeAgo } from '@/ui/time/clock';
import classes from './people.module.css';
import { PersonActs } from './person-acts';
import { PersonStates } from './person-states';
import { emailWords, statsWords } from './person-words';
import type { PersonView } from './use-person-acts';

interface PersonRowProps {
  person: PersonView;
  /** The admin themselves, who cannot be suspended from here. */
  isSelf: boolean;
}

export function PersonRow({ person, isSelf }: PersonRowProps) {
  const { name, email, lastSeenAt, lastLoginAt, createdAt } = person;
  const seen = lastSeenAt ?? lastLoginAt;
  const state = emailWords(person);
  return (
    <li className={classes.person}>
      <div className={classes.who}>
        <div className={classes.name}>
          {name} <PersonStates person={person} />
        </div>
        <div className={classes.email}>
          {email} {state ? <span className={classes.facts}>· {state}</span> : null}
        </div>
        <div className={classes.facts}>{statsWords(person)}</div>
        <div className={classes.facts}>
          {seen ? (
            <>
              last seen <TimeAgo at={seen} />
            </>
          ) : (
            'never signed in'
          )}{' '}
          · since <LocalTime at={createdAt} />
        </div>
        <Troubles person={person} />
      </div>
      <PersonActs person={person} isSelf={isSelf} />
    </li>
  );
}

function Troubles({ person }: { person: PersonView }) {
  const { suspendedAt, suspendedReason, restrictedUntil, deletionRequestedAt } = person;
  return (
    <>
      {suspendedAt ? (
        <div className={classes.facts}>
          Suspended <TimeAgo at={suspendedAt} />: {suspendedReason}
        </div>
      ) : null}
      {restrictedUntil ? (
        <div className={classes.facts}>
          Restricted until <LocalTime at={restrictedUntil} />
        </div>
      ) : null}
      {deletionRequestedAt ? (
        <div className={classes.facts}>
          Deleted on <LocalTime at={new Date(deletionRequestedAt.getTime() + DELETION_DELAY_MS)} />
        </div>
      ) : null}
    </>
  );
}
