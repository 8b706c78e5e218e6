'use client';

import { type CSSProperties, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { Box } from '@/domain/snapshot';
import { nearestText } from './nearest-text';
import classes from './pointing.module.css';
import { isText, type Page, type PageText, type Pointing } from './use-pointing';

type Picture = NonNullable<Page['picture']>;
type Candidate = Page['candidates'][number];

/** Where a box of the page stands on its picture, however large that is shown. */
function placeOf({ x, y, width, height }: Box, picture: Picture): CSSProperties {
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return {
    left: percent(x, picture.width),
    top: percent(y, picture.height),
    width: percent(width, picture.width),
    height: percent(height, picture.height),
  };
}

const isSameBox = (one: Box | null, other: Box | null) => one?.x === other?.x && one?.y === other?.y;

interface FrameProps {
  candidate: Candidate;
  box: Box;
  /** How many of those before it stand in the same text, which is framed as a whole. */
  before: number;
  picture: Picture;
  pointing: Pointing;
}

/** The list says the same to those who do not see the picture, so frames are left out of the tab order. */
function Frame({ candidate: { number, quote }, box, before, picture, pointing: { marked, mark } }: FrameProps) {
  const frame = useRef<HTMLButtonElement>(null);
  const isMarked = marked !== null && marked !== 'none' && 'candidate' in marked && marked.candidate === number;
  useEffect(() => {
    if (isMarked) frame.current?.scrollIntoView({ block: 'nearest' });
  }, [isMarked]);
  return (
    <button
      ref={frame}
      type="button"
      tabIndex={-1}
      className={classes.frame}
      style={{ ...placeOf(box, picture), '--before': before } as CSSProperties}
      data-marked={isMarked || undefined}
      data-testid={`frame-${number}`}
      onClick={() => mark({ candidate: number })}
    >
      <span aria-hidden="true">{number}</span>
      <span className={classes.unseen}>
        Candidate {number}, “{quote.slice(0, 60)}”
      </span>
    </button>
  );
}

function Highlight({ text, picture, marked }: { text: PageText; picture: Picture; marked?: true }) {
  return <span className={classes.text} style={placeOf(text.box, picture)} data-marked={marked} aria-hidden="true" />;
}

/** Shows the likeliest candidate at once, with what stands around it. */
function bringIntoView(view: HTMLElement, { x, y }: Box, picture: Picture): void {
  const scale = view.scrollWidth / picture.width;
  view.scrollTo({ left: x * scale - view.clientWidth / 3, top: y * scale - view.clientHeight / 3 });
}

/** The page as it was loaded, with the candidates framed; after *none of these* every text of it can be pointed at. */
export function PagePicture({
  picture,
  shown,
  pointing,
}: {
  picture: Picture;
  shown: Candidate[];
  pointing: Pointing;
}) {
  const { texts, marked, mark, text } = pointing;
  const [under, setUnder] = useState<PageText | null>(null);
  const textAt = ({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>) => {
    const area = currentTarget.getBoundingClientRect();
    const scale = picture.width / area.width;
    return nearestText(texts, { x: (clientX - area.left) * scale, y: (clientY - area.top) * scale });
  };
  const free = isText(marked);
  const view = useRef<HTMLDivElement>(null);
  const [first] = useState(() => shown.find(({ box }) => box !== null)?.box);
  useEffect(() => {
    if (view.current && first) bringIntoView(view.current, first, picture);
  }, [first, picture]);
  return (
    <div className={classes.window} ref={view}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the list beside it says and does the same by keyboard */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div
        className={classes.stage}
        data-free={free || undefined}
        data-testid="page-picture"
        onMouseMove={free ? (event) => setUnder(textAt(event)) : undefined}
        onMouseLeave={() => setUnder(null)}
        onClick={(event) => {
          const found = free ? textAt(event) : null;
          if (found) mark({ text: found.start });
        }}
      >
        {/* biome-ignore lint/performance/noImgElement: a private picture, which no optimizer may fetch */}
        <img src={picture.url} width={picture.width} height={picture.height} alt="The page as it was loaded" />
        {free && under && under !== text ? <Highlight text={under} picture={picture} /> : null}
        {text ? <Highlight text={text} picture={picture} marked /> : null}
        {free
          ? null
          : shown.map((candidate, at) =>
              candidate.box && candidate.box.y < picture.height ? (
                <Frame
                  key={candidate.number}
                  box={candidate.box}
                  before={shown.slice(0, at).filter(({ box }) => isSameBox(box, candidate.box)).length}
                  {...{ candidate, picture, pointing }}
                />
              ) : null,
            )}
      </div>
    </div>
  );
}
