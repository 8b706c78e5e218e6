import { Fragment } from 'react';
import { Img } from 'react-email';
import type { Difference } from '@/domain/email/news-difference';
import { LIGHT } from './look';
import type { MonitorWords } from './monitor-words';
import { Small, WordLink } from './pieces';

const ADDED = { backgroundColor: LIGHT.added, color: LIGHT.onAdded, textDecoration: 'none', borderRadius: 3 };
const REMOVED = { ...ADDED, backgroundColor: LIGHT.removed, color: LIGHT.onRemoved, textDecoration: 'line-through' };

type ValueProps = Pick<MonitorWords, 'before' | 'now' | 'size'> & { isBrief?: boolean };

/** "$312.00 → $279.00", the new one heavy; how far it moved stands below. */
export function Value({ before, now, size, isBrief = false }: ValueProps) {
  const [fontSize, lineHeight] = isBrief ? [18, '26px'] : [28, '36px'];
  return (
    <>
      <p className={isBrief ? undefined : 'now'} style={{ fontSize, lineHeight, fontWeight: 650, margin: '4px 0 0' }}>
        {before === null ? null : (
          <span className="quiet" style={{ color: LIGHT.quiet, fontWeight: 400 }}>
            <bdi>{before}</bdi>
            {' → '}
          </span>
        )}
        <bdi>{now}</bdi>
      </p>
      {size === null ? null : <Small>{size.charAt(0).toUpperCase() + size.slice(1)}</Small>}
    </>
  );
}

export function DifferenceBlock({ difference }: { difference: Difference }) {
  if (difference.kind === 'text') return <TextParts parts={difference.parts} />;
  return (
    <>
      <EntryGroup kind="added" entries={difference.added} more={difference.moreAdded} />
      <EntryGroup kind="removed" entries={difference.removed} more={difference.moreRemoved} />
    </>
  );
}

function TextParts({ parts }: { parts: (Difference & { kind: 'text' })['parts'] }) {
  return (
    <p dir="auto" style={{ fontSize: 15, lineHeight: '25px', margin: '16px 0 0' }}>
      {parts.map(({ kind, text }, at) => {
        const words = text.trim();
        const isLast = parts[at + 1]?.kind === 'same' || at === parts.length - 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand in an order and have no other name
          <Fragment key={at}>
            {text.startsWith(' ') ? ' ' : ''}
            {kind === 'added' && (
              <ins className="added" style={ADDED}>
                {words}
              </ins>
            )}
            {kind === 'removed' && (
              <del className="removed" style={REMOVED}>
                {words}
              </del>
            )}
            {kind === 'same' && words}
            {/* What went and what came in its place are told apart, also where no space stood between. */}
            {text.endsWith(' ') || (kind === 'removed' && !isLast) ? ' ' : ''}
          </Fragment>
        );
      })}
    </p>
  );
}

function EntryGroup({ kind, entries, more }: { kind: 'added' | 'removed'; entries: string[]; more: number }) {
  if (entries.length === 0) return null;
  const isNew = kind === 'added';
  return (
    <>
      <Small margin="16px 0 0">{isNew ? 'New' : 'Gone'}</Small>
      {entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two that are clipped may read the same
        <p key={at} dir="auto" style={{ fontSize: 15, lineHeight: '24px', margin: '4px 0 0' }}>
          <span className={kind} style={{ ...(isNew ? ADDED : REMOVED), padding: '2px 6px' }}>
            {entry}
          </span>
        </p>
      ))}
      {more > 0 ? <Small margin="4px 0 0">and {more} more</Small> : null}
    </>
  );
}

/** The picture of the quote on the page, in its frame. */
export function Picture({ picture }: { picture: NonNullable<MonitorWords['picture']> }) {
  return (
    <Img
      src={`cid:${picture.cid}`}
      alt={picture.alt}
      // Outlook goes by the attribute, all others by the style.
      width={510}
      className="line"
      style={{ width: 'auto', maxWidth: '100%', height: 'auto', marginTop: 16, ...PICTURE_EDGE }}
    />
  );
}

const PICTURE_EDGE = { border: `1px solid ${LIGHT.line}`, borderRadius: 8, boxSizing: 'border-box' } as const;

export function Quote({ children }: { children: string }) {
  const edge = { borderLeft: `3px solid ${LIGHT.line}`, paddingLeft: 12 };
  return (
    <p dir="auto" className="line" style={{ fontSize: 15, lineHeight: '24px', margin: '12px 0 0', ...edge }}>
      “{children}”
    </p>
  );
}

export function Origin({ source, time }: Pick<MonitorWords, 'source' | 'time'>) {
  const words = <bdi>{source.words}</bdi>;
  return (
    <Small margin="10px 0 0">
      {source.isLink ? (
        <WordLink href={source.url} isQuiet>
          {words}
        </WordLink>
      ) : (
        words
      )}
      <br />
      {time}
    </Small>
  );
}
