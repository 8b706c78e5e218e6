'use client';

import { Badge, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { limitWords, type RuleView, SEVERITY_WORDS, STATE_WORDS, stateOf } from './alert-words';
import classes from './alerts.module.css';
import { SilenceModal } from './silence-modal';
import { Silences } from './silences';

const LOOK_AGAIN_MS = 30_000;
/** Of more it is enough to know that there are. */
const MOST_SHOWN = 5;

/** Every rule with what it sees now, the limit, and its silences. */
export function Rules() {
  const trpc = useTRPC();
  const list = useQuery(trpc.admin.alerts.rules.queryOptions(undefined, { refetchInterval: LOOK_AGAIN_MS }));
  return (
    <section className={classes.section} aria-labelledby="rules">
      <h2 className={classes.title} id="rules">
        Rules
      </h2>
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={480} radius="lg" /> : null}
      {list.data ? (
        <ul className={classes.list}>
          {list.data.rules.map((rule) => (
            <Row key={rule.name} rule={rule} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Row({ rule }: { rule: RuleView }) {
  const [asking, setAsking] = useState(false);
  const { name, title, severity, silences } = rule;
  const state = stateOf(rule);
  return (
    <li className={classes.row} data-testid={`rule-${name}`}>
      <div className={classes.who}>
        <div className={classes.name}>
          {title}
          <Badge variant="dot" color={severity === 'critical' ? 'red' : 'yellow'} tt="none" fw={500}>
            {SEVERITY_WORDS[severity]}
          </Badge>
          <span className={classes.state} data-state={state}>
            {STATE_WORDS[state]}
          </span>
        </div>
        <Figures now={rule.now} />
        <div className={classes.facts}>{limitWords(rule)}</div>
        <Silences silences={silences} />
      </div>
      <Button size="xs" variant="default" aria-label={`Silence: ${title}`} onClick={() => setAsking(true)}>
        Silence
      </Button>
      <SilenceModal what={{ rule: name, subject: null, title }} opened={asking} onClose={() => setAsking(false)} />
    </li>
  );
}

function Figures({ now }: Pick<RuleView, 'now'>) {
  const worstFirst = [...now].sort((one, other) => Number(other.state === 'firing') - Number(one.state === 'firing'));
  const left = now.length - MOST_SHOWN;
  return (
    <ul className={classes.figures}>
      {worstFirst.slice(0, MOST_SHOWN).map(({ subject, why }) => (
        <li key={subject}>
          {subject ? <span className={classes.subject}>{subject}: </span> : null}
          {why}
        </li>
      ))}
      {left > 0 ? <li className={classes.facts}>and {left} more</li> : null}
    </ul>
  );
}
