'use client';

import { Badge, Select, Skeleton, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AuditAction } from '@/domain/account/audit';
import { PAGE_SIZE } from '@/domain/limits';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { describeBrowser } from '@/ui/account/account-words';
import { FormAlert } from '@/ui/form/form-alert';
import { LoadMore } from '@/ui/shell/load-more';
import { LocalTime } from '@/ui/time/clock';
import { ACT_WORDS, detailWords } from './act-words';
import classes from './audit.module.css';

const SEARCH_AFTER_MS = 250;
const DAY_MS = 24 * 60 * 60_000;
const ACTIONS = AuditAction.options.map((value) => ({ value, label: ACT_WORDS[value] }));

interface Filter {
  person: string;
  action: AuditAction | null;
  /** Days as the browser's inputs give them, "2026-11-22"; empty for none. */
  from: string;
  to: string;
}

/** The acts of a filter, as far as they were asked for. Days are those of UTC. */
function useActs({ person, action, from, to }: Filter) {
  const trpc = useTRPC();
  const filter = {
    ...(person ? { person } : {}),
    ...(action ? { action } : {}),
    ...(from ? { from: new Date(from) } : {}),
    ...(to ? { before: new Date(Date.parse(to) + DAY_MS) } : {}),
  };
  return useInfiniteQuery(
    trpc.admin.audit.infiniteQueryOptions(
      { ...filter, limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
}

/** The audit with its filters; `person` is whom it begins with. */
export function Audit({ person }: { person: string }) {
  const [filter, setFilter] = useState<Filter>({ person, action: null, from: '', to: '' });
  const [searched] = useDebouncedValue(filter.person.trim(), SEARCH_AFTER_MS);
  const list = useActs({ ...filter, person: searched });
  const acts = list.data?.pages.flatMap((page) => page.acts) ?? [];
  return (
    <>
      <Filters filter={filter} onChange={(change) => setFilter((before) => ({ ...before, ...change }))} />
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

function Filters({ filter, onChange }: { filter: Filter; onChange: (change: Partial<Filter>) => void }) {
  return (
    <search className={classes.filters}>
      <TextInput
        label="Person"
        placeholder="Whole address, or id"
        maxLength={320}
        className={classes.person}
        value={filter.person}
        onChange={(event) => onChange({ person: event.currentTarget.value })}
      />
      <Select
        label="Action"
        placeholder="Everything"
        data={ACTIONS}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Every action' }}
        className={classes.action}
        value={filter.action}
        onChange={(value) => onChange({ action: AuditAction.nullable().parse(value) })}
      />
      <TextInput
        type="date"
        label="From (UTC)"
        value={filter.from}
        max={filter.to || undefined}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label="To (UTC)"
        value={filter.to}
        min={filter.from || undefined}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
    </search>
  );
}

type ActView = RouterOutputs['admin']['audit']['acts'][number];

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
