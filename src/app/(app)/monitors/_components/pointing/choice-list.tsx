'use client';

import { Text, TextInput, UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatValue } from '@/domain/value/fact-value';
import { useLocale } from '@/ui/locale';
import classes from './pointing.module.css';
import { isText, type Page, type Pointing } from './use-pointing';

const MOST_FOUND = 40;

interface RowProps {
  checked: boolean;
  onMark: () => void;
  children: ReactNode;
}

function Row({ checked, onMark, children }: RowProps) {
  return (
    <label className={classes.row} data-marked={checked || undefined}>
      <input type="radio" name="pointed" checked={checked} onChange={onMark} />
      {children}
    </label>
  );
}

/** Every text on the picture, to be found by its words: what pointing is without a mouse. */
function TextSearch({ pointing: { texts, isLoading, marked, mark } }: { pointing: Pointing }) {
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const found = texts.filter(({ text }) => text.toLowerCase().includes(wanted));
  const start = marked !== null && marked !== 'none' && 'text' in marked ? marked.text : null;
  return (
    <div className={classes.search}>
      <TextInput
        label="Click the text on the picture, or find it here"
        placeholder="Words of the page"
        type="search"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter takes what is marked, and nothing while somebody is still looking for it.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <Text size="sm" c="dimmed" role="status">
        {isLoading ? 'Loading the texts of the page…' : `${found.length} ${found.length === 1 ? 'text' : 'texts'}`}
      </Text>
      <div className={classes.texts}>
        {found.slice(0, MOST_FOUND).map((one) => (
          <Row key={one.start} checked={one.start === start} onMark={() => mark({ text: one.start })}>
            <span className={classes.quote}>{one.text}</span>
          </Row>
        ))}
      </div>
    </div>
  );
}

interface ChoiceListProps {
  shown: Page['candidates'];
  /** How many more there are. */
  more: number;
  onMore: () => void;
  pointing: Pointing;
}

/** What the picture shows, as a list: one of the candidates, or none of these. */
export function ChoiceList({ shown, more, onMore, pointing }: ChoiceListProps) {
  const { marked, mark } = pointing;
  const locale = useLocale();
  const candidate = marked !== null && marked !== 'none' && 'candidate' in marked ? marked.candidate : null;
  return (
    <fieldset className={classes.list}>
      <legend className={classes.unseen}>What the page shows</legend>
      {shown.map(({ number, value, label }) => (
        <Row key={number} checked={candidate === number} onMark={() => mark({ candidate: number })}>
          <span className={classes.number} aria-hidden="true">
            {number}
          </span>
          <span className={classes.what}>
            <b>{formatValue(value, { locale }).slice(0, 80)}</b>
            {label === null ? null : <span>{label}</span>}
          </span>
        </Row>
      ))}
      {more === 0 ? null : (
        <UnstyledButton className={classes.more} onClick={onMore}>
          Show {more} more
        </UnstyledButton>
      )}
      <Row checked={isText(marked)} onMark={() => mark('none')}>
        <span className={classes.what}>
          <b>None of these</b>
          <span>Point at any text of the page</span>
        </span>
      </Row>
      {isText(marked) ? <TextSearch pointing={pointing} /> : null}
    </fieldset>
  );
}
