'use client';

import type { ReactNode } from 'react';
import { keepDraft } from '@/ui/draft/kept-draft';
import classes from './landing.module.css';

/** A link that takes its sentence along. One to the card of this page needs nothing kept: that has it by its name. */
export function SentenceLink({ sentence, href, children }: { sentence: string; href: string; children: ReactNode }) {
  const take = () => {
    if (!href.startsWith('#')) keepDraft({ prompt: sentence, source: '' });
  };
  return (
    <a className={classes.sentence} href={href} onClick={take}>
      {children}
    </a>
  );
}
