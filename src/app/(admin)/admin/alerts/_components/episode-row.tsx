'use client';

import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { LocalTime } from '@/ui/time/clock';
import { type EpisodeView, noticeWords, SEVERITY_WORDS } from './alert-words';
import classes from './alerts.module.css';

/** One episode: what it was, from when to when, why, and who was told. */
export function EpisodeRow({ episode, children }: { episode: EpisodeView; children?: ReactNode }) {
  const { title, subject, severity, beganAt, beganWith, latest, endedAt, endedBecause, notices } = episode;
  return (
    <li className={classes.row} data-testid="episode">
      <div className={classes.who}>
        <div className={classes.name}>
          {title}
          {subject ? `: ${subject}` : ''}
          <Badge variant="dot" color={endedAt ? 'gray' : severity === 'critical' ? 'red' : 'yellow'} tt="none" fw={500}>
            {endedAt ? 'Over' : SEVERITY_WORDS[severity]}
          </Badge>
        </div>
        <div>{endedAt ? beganWith : latest}</div>
        <div className={classes.facts}>
          {endedAt ? 'From ' : 'Since '}
          <LocalTime at={beganAt} />
          {endedAt ? (
            <>
              {' to '}
              <LocalTime at={endedAt} />
            </>
          ) : null}
          {endedBecause === 'unseen' ? ' · nothing was seen of it any more' : ''}
        </div>
        {noticeWords(notices).map((words) => (
          <div key={words} className={classes.facts}>
            {words}
          </div>
        ))}
      </div>
      {children}
    </li>
  );
}
