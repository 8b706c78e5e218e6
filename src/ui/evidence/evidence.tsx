import type { ReactNode } from 'react';
import classes from './evidence.module.css';

interface EvidenceProps {
  quote: string;
  /** Address of the picture, with its size where it is known. */
  picture: { url: string; width?: number; height?: number } | null;
  testId: string;
  /** Where and how it was read. */
  children: ReactNode;
}

/** What proves a value: the words of the page, and the picture of where they stand, framed. */
export function Evidence({ quote, picture, testId, children }: EvidenceProps) {
  return (
    <figure className={classes.evidence}>
      <blockquote className={classes.quote}>“{quote}”</blockquote>
      {picture ? (
        // biome-ignore lint/performance/noImgElement: a private picture or data: URL, which no optimizer may fetch
        <img
          className={classes.picture}
          src={picture.url}
          width={picture.width}
          height={picture.height}
          alt={`The page, with “${quote.slice(0, 120)}” framed`}
          data-testid={testId}
        />
      ) : null}
      <figcaption className={classes.caption}>{children}</figcaption>
    </figure>
  );
}
