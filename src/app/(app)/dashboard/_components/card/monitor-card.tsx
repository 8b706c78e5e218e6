'use client';

import { Button, Checkbox } from '@mantine/core';
import dynamic from 'next/dynamic';
import { isFailure } from '@/domain/outcome';
import { useLocale } from '@/ui/locale';
import { BigValue } from '@/ui/monitor/big-value';
import { CheckPhase, CheckSteps } from '@/ui/monitor/check-progress';
import { StatusMark } from '@/ui/monitor/status-mark';
import { type Check, type SharedCheck, useCheck } from '@/ui/monitor/use-check';
import { Link } from '@/ui/shell/link';
import { TimeAgo } from '@/ui/time/clock';
import type { Item } from '../view/choose';
import classes from './card.module.css';
import { CardCheck } from './card-check';
import { lastChangeWords } from './card-words';
import { MenuButton } from './menu-button';
import type { MenuOf } from './menu-of';
import { SourceLine } from './source-line';
import { Sparkline } from './sparkline';

const DifferenceBlock = dynamic(() => import('@/ui/evidence/difference').then((module) => module.DifferenceBlock));

/** What changed last and since when; what came and went of a longer text; why the last press came to nothing. */
function LastChange({ item: { monitor, card }, problem }: { item: Item; problem: string | null }) {
  const { change } = card;
  const locale = useLocale();
  const isKnown = change !== null && (monitor.currentValue !== null || monitor.lastOutcome === 'absent');
  return (
    <>
      <p className={classes.change} data-testid="last-change">
        {isKnown ? (
          <>
            {lastChangeWords(monitor, change, locale)}, <TimeAgo at={change.at} />
            {change.alert && monitor.type === 'change' ? <b className={classes.told}> · you were told</b> : null}
          </>
        ) : monitor.lastChecked === null ? (
          'Press Check now to read the page.'
        ) : (
          'Nothing was read yet.'
        )}
      </p>
      {isKnown && change.difference ? <DifferenceBlock difference={change.difference} /> : null}
      {problem === null ? null : <p className={classes.problem}>{problem}</p>}
    </>
  );
}

/** How old what the card shows is; while a check goes on, how far it is. */
function Age({ item: { monitor, card }, check }: { item: Item; check: Check }) {
  const { lastChecked, lastOutcome } = monitor;
  const failed = lastOutcome !== null && isFailure(lastOutcome) && card.readAt !== null;
  return (
    <span>
      <CheckPhase check={check}>
        {lastChecked === null ? 'Never checked' : ['Checked ', <TimeAgo key="at" at={lastChecked} />]}
        {failed && card.readAt ? [', value read ', <TimeAgo key="read" at={card.readAt} />] : null}
      </CheckPhase>
    </span>
  );
}

function Tags({ tags, onTag }: { tags: readonly string[]; onTag: (tag: string) => void }) {
  if (tags.length === 0) return null;
  return (
    <ul className={classes.tags} aria-label="Tags">
      {tags.map((tag) => (
        <li key={tag}>
          <button type="button" className={classes.tag} title={`Show all with “${tag}”`} onClick={() => onTag(tag)}>
            {tag}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface MonitorCardProps {
  item: Item;
  /** Whether this card follows its live evaluation. */
  follow: boolean;
  /** What a refresh of many tells of it. */
  shared: SharedCheck | undefined;
  /** Whether it is selected, and the way to change that; undefined while nothing is being selected. */
  selection: { selected: boolean; toggle: () => void } | undefined;
  menu: MenuOf;
  onTag: (tag: string) => void;
}

/** One monitor on the dashboard: its value, what changed and when, how its page does, and *Check now*. */
export function MonitorCard({ item, follow, shared, selection, menu, onTag }: MonitorCardProps) {
  const { monitor, card } = item;
  const check = useCheck(monitor, follow, shared);
  const nameId = `name-${monitor.id}`;
  const meaning = { property: monitor.property, quote: card.quote };
  return (
    <article className={classes.card} aria-labelledby={nameId} data-selected={selection?.selected || undefined}>
      {selection ? (
        // The whole card is the label.
        <label className={classes.select} htmlFor={`select-${monitor.id}`}>
          <Checkbox
            id={`select-${monitor.id}`}
            checked={selection.selected}
            onChange={selection.toggle}
            aria-label={`Select ${monitor.name}`}
          />
        </label>
      ) : null}
      <div className={classes.head}>
        <div className={classes.title}>
          <StatusMark monitor={monitor} />
          <h2 className={classes.name} id={nameId}>
            <Link href={`/monitors/${monitor.id}`} data-open>
              {monitor.name}
            </Link>
          </h2>
        </div>
        <MenuButton item={item} menu={menu} />
      </div>
      <div className={classes.now}>
        <BigValue
          {...{ value: monitor.currentValue, outcome: monitor.lastOutcome, meaning }}
          testId="current-value"
          // What came and went of a list is told below.
          most={card.change?.difference ? 0 : 2}
          flashes={check.count}
        />
        <Sparkline line={card.line} value={monitor.currentValue} alert={card.change?.alert === true} />
      </div>
      <LastChange item={item} problem={check.problem} />
      <Tags tags={card.tags} onTag={onTag} />
      <div className={classes.steps}>
        <CheckSteps phase={check.phase} />
      </div>
      <div className={classes.foot}>
        <div className={classes.meta}>
          <SourceLine address={monitor.sources[0]} />
          <Age item={item} check={check} />
        </div>
        {monitor.isActive ? (
          <CardCheck check={check} describedBy={nameId} />
        ) : (
          <Button
            variant="default"
            size="sm"
            className={classes.check}
            aria-describedby={nameId}
            onClick={() => menu.pause(item)}
          >
            Resume
          </Button>
        )}
      </div>
    </article>
  );
}
