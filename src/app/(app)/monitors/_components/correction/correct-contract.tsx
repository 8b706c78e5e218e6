'use client';

import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Correction, operandsOf, operatorsFor } from '@/domain/contract/correction';
import { zodValidate } from '@/ui/form/form-values';
import classes from '../preview-pane.module.css';
import { previewPhaseWords } from '../preview-words';
import type { Composer } from '../use-composer';
import type { Preview } from '../use-previews';
import {
  type CorrectionFields,
  changed,
  correctionOf,
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
      <div className={classes.fields}>
        {text('property', 'What is read', 'The words that stand beside it on the page, for example “Price”.')}
        {text('item', 'Of what', 'Empty where the whole page is about it.')}
        {text('exclude', 'But not', 'Words that must not stand with it, separated by commas.')}
      </div>
      <div className={classes.fields}>
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
      </div>
      <div className={classes.fields}>
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
      </div>
    </>
  );
}

interface CorrectionFormProps {
  composer: Composer;
  fields: CorrectionFields;
  onFields: (fields: CorrectionFields) => void;
  language: string;
}

export function CorrectionForm({ composer, fields, onFields, language }: CorrectionFormProps) {
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
      <Stack gap="md">
        <Fields
          fields={fields}
          errors={{ ...refusedFields(composer), ...errors }}
          onChange={(change) => {
            setErrors({});
            onFields(changed(fields, change));
          }}
        />
        <Group gap="sm">
          <Button type="submit" variant="light" loading={composer.isCorrecting}>
            Preview as written here
          </Button>
          <Text size="sm" c="dimmed">
            {composer.isCorrecting ? previewPhaseWords(composer.phase) : 'Your sentence stays as it is.'}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

interface CorrectContractProps {
  composer: Composer;
  preview: Preview;
  opened: boolean;
  onOpen: (now: boolean) => void;
}

/** What was understood, to be put right by hand: the page is read anew, the sentence is not interpreted again. */
export function CorrectContract({ composer, preview, opened, onOpen }: CorrectContractProps) {
  const { interpretation } = preview;
  const [fields, setFields] = useState(() => fieldsOf(interpretation));
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (opened) details.current?.querySelector('input')?.focus();
  }, [opened]);
  return (
    <details
      ref={details}
      className={classes.more}
      open={opened}
      onToggle={({ currentTarget: { open } }) => open !== opened && onOpen(open)}
    >
      <summary>Not what you meant? Correct it</summary>
      <div className={classes.within}>
        <CorrectionForm {...{ composer, fields }} onFields={setFields} language={interpretation.language} />
      </div>
    </details>
  );
}
