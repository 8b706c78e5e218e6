'use client';

import { Alert, Card, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatValue } from '@/domain/value/fact-value';
import { readFailure, useTRPCClient } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { useLocale } from '@/ui/locale';
import pointing from '../pointing/pointing.module.css';
import type { Composer } from '../use-composer';
import { inputOf } from '../use-previews';
import { CorrectionForm } from './correct-contract';
import { describedBy, fieldsOf } from './correction-fields';

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
function PageValues({ page, onPick }: PageValuesProps) {
  const client = useTRPCClient();
  const locale = useLocale();
  const { data, error, isPending } = useQuery({
    queryKey: ['page values', page.prompt, page.source],
    queryFn: ({ signal }) => client.monitors.pageValues.mutate(inputOf(page), { signal }),
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
              <b>{formatValue(candidate.value, { locale }).slice(0, 80)}</b>
              {candidate.label === null ? null : <span>{candidate.label}</span>}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}
