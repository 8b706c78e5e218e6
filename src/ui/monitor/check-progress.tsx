'use client';

import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { sentenceIn } from '@/domain/trigger/sentence-locale';
import { useLocale } from '../locale';
import classes from './monitor.module.css';
import { PHASES, type Phase, phaseWords } from './monitor-words';
import type { Check } from './use-check';

/** Four strokes that fill as the check goes on. Takes its room also when nothing runs. */
export function CheckSteps({ phase }: { phase: Phase | null }) {
  const reached = phase === null ? -1 : PHASES.indexOf(phase);
  return (
    <div className={classes.steps} data-live={phase !== null || undefined} aria-hidden="true">
      {PHASES.map((step, index) => (
        <span
          key={step}
          className={classes.step}
          data-state={index < reached ? 'past' : index === reached ? 'now' : 'ahead'}
        />
      ))}
    </div>
  );
}

/** Says each phase as it comes, and the end; `children` stand in its place while nothing runs. */
export function CheckPhase({ check, children }: { check: Check; children?: ReactNode }) {
  const { phase, ended } = check;
  const locale = useLocale();
  const said = phase !== null ? phaseWords(phase) : ended === null ? '' : `Checked. ${sentenceIn(locale, ended)}`;
  return (
    <>
      <span role="status" data-testid="check-phase">
        {phase === null ? <VisuallyHidden>{said}</VisuallyHidden> : said}
      </span>
      {phase === null ? children : null}
    </>
  );
}

/** Lights up what stands in it whenever a check ends. */
export function Flash({ count, children }: { count: number; children: ReactNode }) {
  return (
    <span key={count} className={count > 0 ? classes.flash : undefined}>
      {children}
    </span>
  );
}
