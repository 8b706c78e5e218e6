'use client';

import { Card, Skeleton, Stack, Title, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { NOTHING_SAVED } from '@/domain/trigger/outcome-words';
import type { Locale } from '@/domain/written/locales';
import { FailureAlert } from '@/ui/form/failure-alert';
import { useLocale } from '@/ui/locale';
import { CheckSteps } from '@/ui/monitor/check-progress';
import { NotUnderstood } from './correction/not-understood';
import classes from './preview-pane.module.css';
import { PreviewResults } from './preview-results';
import { previewPhaseWords, previewSentence, strokeOf } from './preview-words';
import type { Composer } from './use-composer';
import type { Preview } from './use-previews';

/** What stands in the place of the preview before there is one. */
function Before() {
  return (
    <Card>
      <ol className={classes.steps}>
        <li>
          <b>See what was understood</b>
          <span>Which fact, on which page, and when you will be told. Nothing is saved yet.</span>
        </li>
        <li>
          <b>See what the page says now</b>
          <span>The value with its quote and a picture, and what was not taken for it, with reasons.</span>
        </li>
        <li>
          <b>Save it, and check whenever you like</b>
          <span>You get one mail when your condition becomes true, not one at every check.</span>
        </li>
      </ol>
    </Card>
  );
}

/** Of the shape of what comes: the contract, then what was read with its picture. */
function Waiting() {
  return (
    <div className={classes.results} aria-hidden="true">
      <Card>
        <Skeleton height={14} width={140} mb="md" />
        <Skeleton height={22} width="85%" mb="lg" />
        <Stack gap={10}>
          <Skeleton height={14} width="60%" />
          <Skeleton height={14} width="45%" />
          <Skeleton height={14} width="55%" />
        </Stack>
      </Card>
      <Card>
        <Skeleton height={14} width={160} mb="md" />
        <Skeleton height={34} width={150} mb="md" />
        <Skeleton height={14} width="55%" mb="lg" />
        <Skeleton height={120} radius="md" />
      </Card>
    </div>
  );
}

interface HeadProps {
  composer: Composer;
  result: Preview | null;
}

/** The name of the pane, and how far a preview is: in words, in strokes, and to who hears the page. */
function Head({ composer: { pending, phase }, result }: HeadProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Without a page there is a field to fill in first, which has the focus then.
    if (result === null || result.reading === null) return;
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [result]);
  return (
    <header className={classes.head}>
      <Title order={2} fz="h4" ref={title} tabIndex={-1} className={classes.title}>
        Preview
      </Title>
      <span className={classes.phase} aria-hidden="true" data-testid="preview-phase">
        {pending ? previewPhaseWords(phase) : ''}
      </span>
      <CheckSteps phase={pending ? strokeOf(phase) : null} />
    </header>
  );
}

/** Says each phase, then the result, as they come. */
function announced({ pending, phase, result }: Composer, locale: Locale): string {
  if (pending) return previewPhaseWords(phase);
  return result === null ? '' : previewSentence(result, locale);
}

interface PreviewPaneProps {
  composer: Composer;
  /** What stands there before the first preview. */
  before?: ReactNode;
  /** Whether what was understood may be put right by hand. */
  canCorrect?: boolean;
  children?: ReactNode;
}

/** Beside the form: what will be shown, what happens, what was found, and below it the way to save (`children`). */
export function PreviewPane({ composer, before = <Before />, canCorrect = true, children }: PreviewPaneProps) {
  const { pending, isCorrecting, failure, result, unread } = composer;
  const locale = useLocale();
  const isOfField = failure !== null && Object.keys(failure.fields).length > 0;
  const isNew = pending && !isCorrecting;
  return (
    <div className={classes.pane}>
      <VisuallyHidden role="status" data-testid="preview-said">
        {announced(composer, locale)}
      </VisuallyHidden>
      <FailureAlert failure={isOfField ? null : failure} notDone={NOTHING_SAVED} />
      {pending || result ? <Head composer={composer} result={isNew ? null : result} /> : null}
      {isNew ? (
        <Waiting />
      ) : result ? (
        <PreviewResults
          key={JSON.stringify([result.id, result.interpretation])}
          composer={composer}
          preview={result}
          canCorrect={canCorrect}
        />
      ) : unread ? (
        <NotUnderstood key={unread.prompt} composer={composer} page={unread} />
      ) : (
        before
      )}
      {pending ? null : children}
    </div>
  );
}
