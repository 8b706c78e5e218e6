import { useEffect, useRef } from 'react';
import { keepDraft, readDraft } from '@/ui/draft/kept-draft';
import type { Composer } from '../../_components/use-composer';

/** What was written here, or tried on the landing page, stands in the form again after a reload, back and sign-in. */
export function useKeptDraft({ draft, change }: Pick<Composer, 'draft' | 'change'>): void {
  const { prompt, source } = draft;
  const restore = useRef(change);
  const isWritten = useRef(false);
  useEffect(() => {
    // What was typed before the page's scripts were there is newer than what was kept.
    const typed = document.querySelector<HTMLTextAreaElement>('textarea[data-path="prompt"]')?.value;
    const kept = typed ? null : readDraft();
    if (kept) restore.current(kept);
  }, []);
  useEffect(() => {
    isWritten.current ||= prompt !== '' || source !== '';
    if (isWritten.current) keepDraft({ prompt, source });
  }, [prompt, source]);
}
