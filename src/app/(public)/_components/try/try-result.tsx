'use client';

import { useEffect, useRef, useState } from 'react';
import { isFailure } from '@/domain/outcome';
import { outcomeWords } from '@/domain/trigger/outcome-words';
import { formatValue } from '@/domain/value/value-format';
import { Evidence } from '@/ui/evidence/evidence';
import { SourceLink } from '@/ui/evidence/source';
import { BigValue } from '@/ui/monitor/big-value';
import type { Tried, TryAnswer } from './ask-try';
import classes from './try.module.css';

type Read = Pick<Tried, 'triggerCondition' | 'reading'>;
type Refused = Tried['reading']['refused'];

/** What came of a try, announced by going to its heading. */
export function TryResult({ answer, next }: { answer: TryAnswer; next: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is announced
  useEffect(() => title.current?.focus({ preventScroll: true }), [answer]);
  return (
    <>
      <h3 className={classes.said} tabIndex={-1} ref={title}>
        {answer.ok ? 'What the page says now' : 'This was not tried'}
      </h3>
      {answer.ok ? (
        <Answered key={answer.tried.triggerCondition} tried={answer.tried} next={next} />
      ) : (
        <NotTried message={answer.message} next={answer.isElsewhere ? next : null} />
      )}
    </>
  );
}

function NotTried({ message, next }: { message: string; next: string | null }) {
  return (
    <>
      <p role="alert">{message}</p>
      {next === null ? null : (
        <GoOn next={next} label={next.startsWith('/sign-up') ? 'Sign up and go on' : 'Go on with this sentence'} />
      )}
    </>
  );
}

function Answered({ tried, next }: { tried: Tried; next: string }) {
  const [chosen, choose] = useState<number | null>(null);
  const choice = chosen === null ? undefined : tried.choices[chosen];
  if (choice === undefined && tried.choices.length > 0) return <Choices tried={tried} onChoose={choose} />;
  const refused = choice ? [...othersThan(choice, tried), ...tried.reading.refused] : tried.reading.refused;
  return <Result read={choice ?? tried} refused={refused} next={next} />;
}

function othersThan(choice: Tried['choices'][number], { choices }: Tried): Refused {
  const others = choices.filter((other) => other !== choice);
  return others.map(({ quote, label, reading }) => ({
    quote,
    value: reading.value,
    reason: label === null ? 'you chose another' : `${label}: you chose another`,
  }));
}

/** Nobody guesses: the person says which is meant, as in the app. */
function Choices({ tried, onChoose }: { tried: Tried; onChoose: (at: number) => void }) {
  return (
    <>
      <p className={classes.lead}>Which one do you mean?</p>
      <p className={classes.dim}>
        The page shows more than one value that could be meant, and nobody guesses for you. Press the one that you mean.
      </p>
      <ul className={classes.choices}>
        {tried.choices.map(({ quote, label, reading }, at) => (
          <li key={`${quote} ${label}`}>
            <button type="button" onClick={() => onChoose(at)}>
              <b>{reading.value === null ? quote : formatValue(reading.value)}</b>
              <span>{label ?? `“${quote}”`}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Result({ read, refused, next }: { read: Read; refused: Refused; next: string }) {
  const { triggerCondition, reading } = read;
  const { outcome, value, quote, crop, source, sentence, wouldFire, message } = reading;
  return (
    <>
      {isFailure(outcome) ? (
        <p className={classes.lead}>{message ?? outcomeWords(outcome).short}</p>
      ) : (
        <BigValue value={value} outcome={outcome} testId="try-value" most={5} />
      )}
      <p className={classes.decision} data-alert={wouldFire || undefined}>
        {sentence}
      </p>
      <p className={classes.dim}>{triggerCondition}</p>
      {quote === null ? null : (
        <div className={classes.evidence}>
          <Evidence quote={quote} picture={crop} testId="try-picture">
            Read just now on <SourceLink address={source} />
          </Evidence>
        </div>
      )}
      <NotTaken refused={refused} />
      <GoOn next={next} label="Make this my monitor" />
    </>
  );
}

function NotTaken({ refused }: { refused: Refused }) {
  if (refused.length === 0) return null;
  return (
    <div className={classes.refused}>
      <h4>Seen and not taken</h4>
      <ul>
        {refused.map(({ quote, value, reason }) => (
          <li key={`${quote} ${reason}`}>
            <b>{value === null ? quote : formatValue(value)}</b>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The sentence is kept in this browser, and stands in the form where the link leads. */
function GoOn({ next, label }: { next: string; label: string }) {
  return (
    <p className={classes.goOn}>
      <a className={classes.check} href={next}>
        {label}
      </a>
    </p>
  );
}
