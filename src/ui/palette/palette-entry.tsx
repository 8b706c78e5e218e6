'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useKeys } from '../keys/use-keys';
import classes from './palette.module.css';
import type { PaletteSees } from './palette-groups';

const load = () => import('./palette');
const Palette = dynamic(() => load().then((module) => module.Palette), { ssr: false });
const KeysSheet = dynamic(() => import('../keys/keys-sheet').then((module) => module.KeysSheet), { ssr: false });

function useControlK(open: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isIt = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyK';
      if (!isIt || event.defaultPrevented) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [open]);
}

/** The visible way to palette and keys; both are loaded when they are first wanted. */
export function PaletteEntry(sees: PaletteSees) {
  const [asked, setAsked] = useState({ palette: false, keys: false });
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const [show] = useState(() => (which: 'palette' | 'keys') => {
    setAsked((before) => ({ ...before, [which]: true }));
    setOpen(which);
  });
  const [showPalette] = useState(() => () => show('palette'));
  useControlK(showPalette);
  useKeys({ '?': () => show('keys') });
  return (
    <>
      <button
        type="button"
        className={classes.entry}
        aria-label="Search and commands"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={() => void load()}
        onClick={showPalette}
      >
        <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4" />
        </svg>
        <span className={classes.words}>Search</span>
        <span className={classes.keys} data-keys="Ctrl K" />
      </button>
      {asked.palette ? (
        <Palette {...sees} opened={open === 'palette'} close={() => setOpen(null)} showKeys={() => show('keys')} />
      ) : null}
      {asked.keys ? <KeysSheet opened={open === 'keys'} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
