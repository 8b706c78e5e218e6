import { VisuallyHidden } from '@mantine/core';
import type { Difference } from '@/domain/email/news-difference';
import type { Part } from '@/domain/value/difference';
import classes from './difference.module.css';

/** What was added and taken away: by words and marks, never by colour alone. */
export function DifferenceBlock({ difference }: { difference: Difference }) {
  if (difference.kind === 'text') return <TextParts parts={difference.parts} />;
  const { added, moreAdded, removed, moreRemoved } = difference;
  return (
    <div className={classes.difference}>
      <Items label="Added" kind="added" items={added} more={moreAdded} />
      <Items label="Taken away" kind="removed" items={removed} more={moreRemoved} />
    </div>
  );
}

function TextParts({ parts }: { parts: readonly Part[] }) {
  return (
    <p className={classes.difference}>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may come twice
        <TextPart key={at} part={part} />
      ))}
    </p>
  );
}

function TextPart({ part: { kind, text } }: { part: Part }) {
  if (kind === 'same') return text;
  const Tag = kind === 'added' ? 'ins' : 'del';
  const words = text.trim();
  // The spaces around a change are no part of it.
  const [before, after] = text.split(words, 2);
  return (
    <>
      {before}
      <Tag className={classes[kind]}>
        <VisuallyHidden>{kind === 'added' ? ' Added: ' : ' Taken away: '}</VisuallyHidden>
        {words}
      </Tag>
      {after}
    </>
  );
}

interface ItemsProps {
  label: string;
  kind: 'added' | 'removed';
  items: readonly string[];
  more: number;
}

function Items({ label, kind, items, more }: ItemsProps) {
  if (items.length === 0) return null;
  return (
    <div>
      <p className={classes.label}>{label}</p>
      <ul className={classes.items} data-kind={kind}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
        {more > 0 ? <li data-more>and {more} more</li> : null}
      </ul>
    </div>
  );
}
