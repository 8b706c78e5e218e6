'use client';

import { Alert, Button, Card, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Correction, operandsOf, operatorsFor } from '@/domain/contract/correction';
import { formatValue } from '@/domain/value/fact-value';
import { readFailure, useTRPCClient } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { zodValidate } from '@/ui/form/form-values';
import pointing from '../pointing/pointing.module.css';
import classes from '../preview-pane.module.css';
import type { Composer, Preview } from '../use-composer';
import {
  type CorrectionFields,
  changed,
  correctionOf,
  describedBy,
  fieldsOf,
  KINDS,
  OPERATOR_WORDS,
  typeOf,
} from './correction-fields';

const validate = zodValidate(Correction);

/** What the server says of the fields, by their names here. */
function refusedFields({ failure }: Composer): Record<string, string> {
  const own = Object.entries(failure?.fields ?? {}).filter(([name]) => name.startsWith('contract.'));
  return Object.fromEntries(own.map(([name, [message = '']]) => [name.slice('contract.'.length), message]));
}

const OPERANDS = [
  { field: 'value', label: 'Value' },
  { field: 'value2', label: 'and' },
  { field: 'amount', label: 'By at least' },
  { field: 'percent', label: 'or by at least, in per cent' },
  { field: 'text', label: 'Only entries that contain' },
] as const;

interface FieldsProps {
  fields: CorrectionFields;
  errors: Record<string, string>;
  onChange: (change: Partial<CorrectionFields>) => void;
}

function Fields({ fields, errors, onChange }: FieldsProps) {
  const { factType, unit } = typeOf(fields);
  const takes = operandsOf(fields.operator, factType);
  const text = (field: keyof CorrectionFields, label: string, description?: string) => (
    <TextInput
      label={label}
      description={description}
      data-path={`contract.${field}`}
      autoComplete="off"
      value={fields[field]}
      error={errors[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      {text('property', 'What is read', 'The words that stand beside it on the page, for example “Price”.')}
      {text('item', 'Of what', 'Empty where the whole page is about it.')}
      {text('exclude', 'But not', 'Words that must not stand with it, separated by commas.')}
      <Group gap="sm" align="flex-start" grow preventGrowOverflow={false} wrap="wrap">
        <NativeSelect
          label="Kind of value"
          value={fields.kind}
          error={errors.factType}
          onChange={({ currentTarget: { value } }) => onChange({ kind: value as CorrectionFields['kind'] })}
          data={Object.entries(KINDS).map(([value, label]) => ({ value, label }))}
        />
        {fields.kind === 'number' ? (
          <TextInput
            label="Unit"
            placeholder="USD, °C, km, %"
            autoComplete="off"
            value={fields.unit}
            error={errors.unit}
            onChange={(event) => onChange({ unit: event.currentTarget.value })}
          />
        ) : null}
      </Group>
      <NativeSelect
        label="Tell me when it"
        value={fields.operator}
        error={errors.operator}
        onChange={({ currentTarget: { value } }) => onChange({ operator: value as CorrectionFields['operator'] })}
        data={operatorsFor(factType, unit).map((value) => ({ value, label: OPERATOR_WORDS[value] }))}
      />
      {OPERANDS.map(({ field, label }) =>
        takes[field] === undefined ? null : <div key={field}>{text(field, label)}</div>,
      )}
    </>
  );
}

interface CorrectionFormProps {
  composer: Composer;
  fields: CorrectionFields;
  onFields: (fields: CorrectionFields) => void;
  language: string;
}

function CorrectionForm({ composer, fields, onFields, language }: CorrectionFormProps) {
  const [errors, setErrors] = useState<Record<string, string>>({});
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const correction = correctionOf(fields, language);
        const found = validate(correction);
        setErrors(found);
        if (Object.keys(found).length === 0) composer.preview(composer.draft, correction);
      }}
    >
      <Stack gap="sm">
        <Fields
          fields={fields}
          errors={{ ...refusedFields(composer), ...errors }}
          onChange={(change) => {
            setErrors({});
            onFields(changed(fields, change));
          }}
        />
        <Group>
          <Button type="submit" variant="light" loading={composer.isCorrecting}>
            Preview as written here
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What was understood, to be put right by hand: the page is read anew, the sentence is not interpreted again. */
export function CorrectContract({ composer, preview }: { composer: Composer; preview: Preview }) {
  const { interpretation } = preview;
  const [fields, setFields] = useState(() => fieldsOf(interpretation));
  return (
    <details className={classes.refused}>
      <summary>Not what you meant? Correct it</summary>
      <div className={classes.evidence}>
        <CorrectionForm {...{ composer, fields }} onFields={setFields} language={interpretation.language} />
      </div>
    </details>
  );
}

interface NotUnderstoodProps {
  composer: Composer;
  /** The sentence and the page of the form. */
  page: { prompt: string; source: string };
}

/** A sentence that nobody understood: its contract to fill in, with what its page shows beside it. */
export function NotUnderstood({ composer, page }: NotUnderstoodProps) {
  const [fields, setFields] = useState(() => fieldsOf(null));
  return (
    <Card component="section" aria-labelledby="fill-in">
      <Stack gap="md">
        <Title order={2} fz="h4" id="fill-in">
          Fill it in yourself
        </Title>
        <Alert variant="light" role="status">
          Your sentence was not understood. Say it otherwise, or fill in what should be read and when to tell you.
        </Alert>
        <div className={pointing.beside}>
          <PageValues page={page} onPick={(candidate) => setFields(describedBy(fields, candidate))} />
          <CorrectionForm composer={composer} fields={fields} onFields={setFields} language="en" />
        </div>
      </Stack>
    </Card>
  );
}

interface PageValuesProps {
  page: { prompt: string; source: string };
  onPick: (candidate: Parameters<typeof describedBy>[1]) => void;
}

/** One press fills in what names a value, its kind and its unit. */
function PageValues({ page: { prompt, source }, onPick }: PageValuesProps) {
  const client = useTRPCClient();
  const asked = { prompt, ...(source.trim() === '' ? {} : { source }) };
  const { data, error, isPending } = useQuery({
    queryKey: ['page values', prompt, source],
    queryFn: ({ signal }) => client.monitors.pageValues.mutate(asked, { signal }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <FormAlert message={readFailure(error).message} />;
  const words = isPending ? 'Loading the page…' : (data?.message ?? 'On the page now. Press one to fill in its name.');
  return (
    <div className={pointing.list}>
      <Text size="sm" c="dimmed" role="status">
        {words}
      </Text>
      <div className={pointing.texts}>
        {data?.candidates.map((candidate) => (
          <button key={candidate.number} type="button" className={pointing.row} onClick={() => onPick(candidate)}>
            <span className={pointing.what}>
              <b>{formatValue(candidate.value).slice(0, 80)}</b>
              {candidate.label === null ? null : <span>{candidate.label}</span>}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}
