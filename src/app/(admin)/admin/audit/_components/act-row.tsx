'use client';

import { Badge } from '@mantine/core';
import type { RouterOutputs } from '@/trpc/root';
import { describeBrowser } from '@/ui/account/describe-browser';
import { LocalTime } from '@/ui/time/time-ago';
import { ACT_WORDS, detailWords } from './act-words';
import classes from './audit.module.css';

type ActView = RouterOutputs['admin']['audit']['acts'][number];

const ACTORS = { person: null, admin: 'Admin', system: 'By itself' } as const;

/** One act: what, who and to whom, to which record, when, from where. */
export function ActRow({ act }: { act: ActView }) {
  const { action, actor, actorId, actorEmail, personId, personEmail, recordType, recordId, ip, userAgent } = act;
  const details = detailWords(act.details);
  const byOther = personId !== null && personId !== actorId;
  return (
    <li className={classes.act}>
      <div className={classes.what}>
        {ACT_WORDS[action]}
        {ACTORS[actor] ? (
          <Badge variant="dot" color={actor === 'admin' ? 'pine' : 'gray'} tt="none" fw={500}>
            {ACTORS[actor]}
          </Badge>
        ) : null}
      </div>
      <div className={classes.who}>
        {actorId === null ? null : nameOf(actorEmail, actorId)}
        {actorId !== null && byOther ? ' → ' : null}
        {byOther ? nameOf(personEmail, personId) : null}
      </div>
      <div className={classes.facts}>
        <LocalTime at={act.at} />
        {ip === null ? null : ` · ${ip}`}
        {userAgent === null ? null : <span title={userAgent}> · {describeBrowser(userAgent)}</span>}
      </div>
      <div className={classes.facts}>
        {recordType.replace('_', ' ')} <span className={classes.id}>{recordId}</span>
        {details ? ` · ${details}` : null}
      </div>
    </li>
  );
}

function nameOf(email: string | null, id: string): string {
  return email ?? `account that is gone (${id})`;
}
