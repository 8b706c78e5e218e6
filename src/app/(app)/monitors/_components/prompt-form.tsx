'use client';

import { Button, Card, Collapse, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { LIMITS } from '@/domain/limits';
import { useEarlyInput } from '@/ui/form/form-values';
import classes from './prompt-form.module.css';
import type { Composer } from './use-composer';

function Count({ prompt }: { prompt: string }) {
  const { length } = prompt.trim();
  const { promptMin, promptMax } = LIMITS;
  const missing = promptMin - length;
  const words =
    length > 0 && missing > 0
      ? `${missing} more ${missing === 1 ? 'character' : 'characters'}`
      : `${length} / ${promptMax}`;
  return (
    <span id="prompt-count" className={`${classes.count} figures`} data-over={length > promptMax || undefined}>
      {words}
    </span>
  );
}

/** What the failed call or the form's own check says about an input. */
function messageOf({ errors, failure }: Composer, field: 'prompt' | 'source'): string | undefined {
  return errors[field] ?? failure?.fields[field]?.[0];
}

/** Only shown, and only sent, where the sentence names no page. */
function PageField({ composer }: { composer: Composer }) {
  const { draft, change, asksPage, noPageFound } = composer;
  const asked = noPageFound && draft.source === '' ? 'Your sentence names no page. Add the address of one.' : undefined;
  return (
    <Collapse expanded={asksPage}>
      <TextInput
        label="Which page should be read?"
        description="The address of a public page, as it stands in your browser."
        placeholder="https://shop.example/headphones"
        data-path="source"
        inputMode="url"
        autoComplete="off"
        value={draft.source}
        disabled={!asksPage}
        error={messageOf(composer, 'source') ?? asked}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
    </Collapse>
  );
}

function Buttons({ composer }: { composer: Composer }) {
  const ready = useMounted();
  const { pending, cancel } = composer;
  return (
    <Group gap="sm">
      <Button type="submit" loading={pending} disabled={!ready}>
        Preview
      </Button>
      {pending ? (
        <Button variant="default" onClick={cancel}>
          Cancel
        </Button>
      ) : null}
    </Group>
  );
}

/** The sentence, the page where it names none, and *Preview*. `children` stand below: examples, hints. */
export function PromptForm({ composer, children }: { composer: Composer; children?: ReactNode }) {
  const { draft, change, preview } = composer;
  const early = useEarlyInput((field, value) => change({ [field]: value }));
  return (
    <Card className={classes.form}>
      <form
        ref={early}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          preview(draft);
        }}
      >
        <Stack gap="md">
          <Textarea
            label="What do you want to be told?"
            placeholder="Tell me when the Aurora One costs less than $300, https://shop.example/aurora"
            data-path="prompt"
            aria-describedby="prompt-count"
            autosize
            minRows={4}
            maxRows={12}
            value={draft.prompt}
            error={messageOf(composer, 'prompt')}
            onChange={(event) => change({ prompt: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
          <PageField composer={composer} />
          <Group justify="space-between" align="center">
            <Buttons composer={composer} />
            <Count prompt={draft.prompt} />
          </Group>
          {children}
        </Stack>
      </form>
    </Card>
  );
}
