'use client';

import { Button, Card, Collapse, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { addressesIn } from '@/domain/contract/page-address';
import { LIMITS } from '@/domain/limits';
import { useEarlyInput } from '@/ui/form/form-values';
import { Hint } from '@/ui/help/hint';
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
  const { draft, change, asksPage, noPageFound, result } = composer;
  const field = useRef<HTMLInputElement>(null);
  const isMissing = noPageFound && draft.source === '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each preview that found no page, not at every key
  useEffect(() => {
    if (isMissing) field.current?.focus();
  }, [result]);
  const asked = isMissing ? 'Your sentence names no page. Add the address of one.' : undefined;
  return (
    <Collapse expanded={asksPage}>
      <TextInput
        ref={field}
        label="Which page should be read?"
        description="The address of a public page, as it stands in your browser."
        // In red it would look like an address that is wrong.
        placeholder={isMissing ? undefined : 'https://shop.example/headphones'}
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

/** What somebody came to the form to change; null for nothing by name. */
export type ComeFor = 'sentence' | 'page' | null;

/** Puts the cursor where what they came for stands: the field of the page, or the address within the sentence. */
function useComeFor(form: RefObject<HTMLFormElement | null>, comeFor: ComeFor): void {
  useEffect(() => {
    if (comeFor === null) return;
    const field = form.current?.querySelector<HTMLInputElement>('[data-path="source"]:enabled');
    const prompt = form.current?.querySelector<HTMLTextAreaElement>('[data-path="prompt"]');
    if (comeFor === 'page' && field) {
      field.focus();
      field.select();
      return;
    }
    prompt?.focus();
    const [address = ''] = comeFor === 'page' ? addressesIn(prompt?.value ?? '') : [];
    const start = address === '' ? -1 : (prompt?.value.indexOf(address) ?? -1);
    if (start >= 0) prompt?.setSelectionRange(start, start + address.length);
  }, [form, comeFor]);
}

interface PromptFormProps {
  composer: Composer;
  comeFor?: ComeFor;
  children?: ReactNode;
}

/** The sentence, the page where it names none, and *Preview*. `children` stand below: examples, hints. */
export function PromptForm({ composer, comeFor = null, children }: PromptFormProps) {
  const { draft, change, preview } = composer;
  const early = useEarlyInput((field, value) => change({ [field]: value }));
  useComeFor(early, comeFor);
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
          <Hint about="sentence" />
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
