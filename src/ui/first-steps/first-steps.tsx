'use client';

import { Button, CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { MonitorView } from '@/trpc/monitor-view';
import { Link } from '@/ui/shell/link';
import { readDraft } from '../draft/kept-draft';
import classes from './first-steps.module.css';
import { dismissSteps, firstStep, isDismissed } from './steps';

interface FirstStepsProps {
  monitors: readonly Pick<MonitorView, 'id' | 'evaluationCount' | 'nextAllowedRefresh'>[];
  /** Where the sentence is written already: what is shown there says how far it is, and nothing leads there. */
  here?: 'writing' | 'previewed';
}

const STEPS = [
  { title: 'Write one sentence', text: 'What you are waiting for, and the page that says so.' },
  { title: 'See what was understood', text: 'The fact and the value of now. Nothing is saved before you agree.' },
  { title: 'Press Check now', text: 'Whenever you like. Nothing is read by itself.' },
] as const;

/** Three steps to a first value, for somebody who has none. They go on where they were left, until they are hidden. */
export function FirstSteps({ monitors, here }: FirstStepsProps) {
  const [kept, setKept] = useState({ sentence: '', hidden: false });
  useEffect(() => setKept({ sentence: readDraft()?.prompt.trim() ?? '', hidden: isDismissed() }), []);
  const step = firstStep(monitors, { hasDraft: kept.sentence !== '', here });
  if (step === null || kept.hidden) return null;
  const hide = () => {
    dismissSteps();
    setKept({ ...kept, hidden: true });
  };
  return (
    <section className={classes.card} aria-labelledby="first-steps">
      <div className={classes.top}>
        <h2 id="first-steps">Three steps to your first value</h2>
        <CloseButton size="lg" aria-label="Hide these steps" onClick={hide} />
      </div>
      <ol className={classes.steps}>
        {STEPS.map(({ title, text }, at) => (
          <li key={title} data-state={stateOf(at + 1, step)} aria-current={at + 1 === step ? 'step' : undefined}>
            <b>
              {title}
              {at + 1 < step ? <span className={classes.done}> (done)</span> : null}
            </b>
            <span>{text}</span>
          </li>
        ))}
      </ol>
      {here ? null : <GoOn step={step} sentence={kept.sentence} monitorId={monitors[0]?.id} />}
    </section>
  );
}

const stateOf = (at: number, step: number) => (at < step ? 'done' : at === step ? 'now' : 'later');

interface GoOnProps {
  step: number;
  sentence: string;
  monitorId: string | undefined;
}

function GoOn({ step, sentence, monitorId }: GoOnProps): ReactNode {
  if (step === 3 && monitorId !== undefined) return <Go href={`/monitors/${monitorId}`}>Check your monitor</Go>;
  if (sentence === '') return <Go href="/monitors/new">Write your sentence</Go>;
  return (
    <>
      <p className={classes.sentence}>“{sentence}”</p>
      <Go href="/monitors/new">Go on with your sentence</Go>
    </>
  );
}

function Go({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button component={Link} href={href} mt="md">
      {children}
    </Button>
  );
}
