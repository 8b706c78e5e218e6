'use client';

import { Badge, Button, Group, Skeleton, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditFilterInput } from '@/domain/account/administration';
import { PAGE_SIZE } from '@/domain/limits';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { describeBrowser } from '@/ui/account/account-words';
import { FormAlert } from '@/ui/form/form-alert';
import { LoadMore } from '@/ui/shell/load-more';
import { LocalTime } from '@/ui/time/clock';
import { ACT_WORDS, countWords, detailWords } from './act-words';
import classes from './audit.module.css';
import { type FilterFields, fileOf, filterOf, NO_FILTER } from './audit-filter';
import { AuditFilters } from './audit-filters';

const SEARCH_AFTER_MS = 250;

/** The audit with its filters; `person` is whom it begins with. */
export function Audit({ person }: { person: string }) {
  const trpc = useTRPC();
  const [fields, setFields] = useState<FilterFields>({ ...NO_FILTER, who: person });
  const [who] = useDebouncedValue(fields.who, SEARCH_AFTER_MS);
  const filter = filterOf({ ...fields, who });
  const list = useInfiniteQuery(
    trpc.admin.audit.list.infiniteQueryOptions(
      { ...filter, limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const acts = list.data?.pages.flatMap((page) => page.acts) ?? [];
  return (
    <>
      <AuditFilters fields={fields} onChange={(change) => setFields((before) => ({ ...before, ...change }))} />
      <Found filter={filter} />
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={260} radius="lg" /> : null}
      {list.data && acts.length === 0 ? (
        <Text c="dimmed" role="status">
          Nothing of this is in the audit.
        </Text>
      ) : null}
      {acts.length > 0 ? (
        <ol className={classes.list} aria-label="Acts, newest first" aria-busy={list.isPlaceholderData}>
          {acts.map((act) => (
            <ActRow key={act.id} act={act} />
          ))}
        </ol>
      ) : null}
      <LoadMore list={list} />
    </>
  );
}

/** How many acts a filter finds, and the way to have them as a file. */
function Found({ filter }: { filter: AuditFilterInput }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.admin.audit.count.queryOptions(filter, { placeholderData: keepPreviousData }));
  if (!data) return null;
  return (
    <Group justify="space-between" mb="xs">
      <Text size="sm" c="dimmed">
        {countWords(data)}
        {data.more ? ': choose a shorter time to export them.' : ''}
      </Text>
      {data.more || data.count === 0 ? null : (
        <Button component="a" href={fileOf(filter)} size="xs" variant="default">
          Export as CSV
        </Button>
      )}
    </Group>
  );
}

type ActView = RouterOutputs['admin']['audit']['list']['acts'][number];

const ACTORS = { person: null, admin: 'Admin', system: 'By itself' } as const;

/** One act: what, who and to whom, to which record, when, from where. */
function ActRow({ act }: { act: ActView }) {
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
      {act.reason ? <div className={classes.reason}>“{act.reason}”</div> : null}
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
