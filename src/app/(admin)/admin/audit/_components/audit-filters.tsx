'use client';

import { Select, TextInput } from '@mantine/core';
import { AuditAction, AuditActor, AuditRecordType } from '@/domain/account/audit';
import { PeriodFields } from '../../../_components/period-fields';
import { ACT_WORDS, ACTOR_WORDS, recordWords } from './act-words';
import classes from './audit.module.css';
import type { FilterFields } from './audit-filter';

const ACTIONS = AuditAction.options.map((value) => ({ value, label: ACT_WORDS[value] }));
const ACTORS = AuditActor.options.map((value) => ({ value, label: ACTOR_WORDS[value] }));
const RECORDS = AuditRecordType.options.map((value) => ({ value, label: recordWords(value) }));
const PARTS = [
  { value: 'person', label: 'did it, or had it done' },
  { value: 'by', label: 'did it' },
  { value: 'target', label: 'had it done' },
] as const;

interface AuditFiltersProps {
  fields: FilterFields;
  onChange: (change: Partial<FilterFields>) => void;
}

export function AuditFilters({ fields, onChange }: AuditFiltersProps) {
  return (
    <search className={classes.filters}>
      <TextInput
        label="Who or what"
        placeholder="Whole address, or id"
        maxLength={320}
        className={classes.wide}
        value={fields.who}
        onChange={(event) => onChange({ who: event.currentTarget.value })}
      />
      <Select
        label="Its part"
        data={PARTS}
        allowDeselect={false}
        className={classes.narrow}
        value={fields.part}
        onChange={(value) => onChange({ part: PARTS.find((part) => part.value === value)?.value ?? 'person' })}
      />
      <Select
        label="Action"
        placeholder="Everything"
        data={ACTIONS}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Every action' }}
        className={classes.wide}
        value={fields.action}
        onChange={(value) => onChange({ action: AuditAction.nullable().parse(value) })}
      />
      <MoreFilters fields={fields} onChange={onChange} />
    </search>
  );
}

function MoreFilters({ fields, onChange }: AuditFiltersProps) {
  return (
    <>
      <Select
        label="Acted as"
        placeholder="Anybody"
        data={ACTORS}
        clearable
        clearButtonProps={{ 'aria-label': 'Anybody' }}
        className={classes.narrow}
        value={fields.actor}
        onChange={(value) => onChange({ actor: AuditActor.nullable().parse(value) })}
      />
      <Select
        label="On"
        placeholder="Any record"
        data={RECORDS}
        clearable
        clearButtonProps={{ 'aria-label': 'Any record' }}
        className={classes.narrow}
        value={fields.recordType}
        onChange={(value) => onChange({ recordType: AuditRecordType.nullable().parse(value) })}
      />
      <PeriodFields period={fields} onChange={onChange} />
    </>
  );
}
