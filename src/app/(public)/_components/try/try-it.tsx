'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { keepDraft, readDraft } from '@/ui/draft/kept-draft';
import { askTry, type TryAnswer } from './ask-try';
import classes from './try.module.css';

/** Only those who press the button need it. */
const TryResult = dynamic(() => import('./try-result').then((module) => module.TryResult));

export interface Sample {
  topic: string;
  sentence: string;
  /** The sample page's address. */
  source: string;
  /** What `#try-…` names it by. */
  name: string;
}

interface TryItProps {
  samples: readonly Sample[];
  /** Where a person goes on with the sentence. */
  next: string;
  /** What stands there before anything was tried: the first sample as the shop shows it now. */
  children: ReactNode;
}

const HASH = /^#try(?:-([a-z]{1,20}))?$/;

/** The sentence, its page, and what came of trying it. A newer try ends the one before. */
function useTry(samples: readonly Sample[]) {
  const [draft, setDraft] = useState({ prompt: samples[0]?.sentence ?? '', source: samples[0]?.source ?? '' });
  const [answer, setAnswer] = useState<TryAnswer | null>(null);
  const [pending, setPending] = useState(false);
  const under = useRef<AbortController>(null);
  const change = (changed: typeof draft) => {
    under.current?.abort();
    setPending(false);
    setAnswer(null);
    setDraft(changed);
    keepDraft(changed);
  };
  const run = async (asked: typeof draft) => {
    change(asked);
    const controller = new AbortController();
    under.current = controller;
    setPending(true);
    const came = await askTry(asked, controller.signal);
    if (controller.signal.aborted) return;
    setPending(false);
    setAnswer(came);
  };
  useEffect(() => () => under.current?.abort(), []);
  return { draft, setDraft, change, answer, pending, run };
}

/** `#try` and `#try-weather` are links to this: they choose a sentence and run it, as pressing the button does. */
function useTryLinks(samples: readonly Sample[], run: (sample: Sample) => void) {
  const act = useRef(run);
  act.current = run;
  useEffect(() => {
    const follow = () => {
      const found = HASH.exec(window.location.hash);
      if (found === null) return;
      const sample = samples.find(({ name }) => name === found[1]) ?? samples[0];
      if (sample) act.current(sample);
      // So that the same link works twice.
      history.replaceState(history.state, '', window.location.pathname + window.location.search);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [samples]);
}

/** The real preview, on the sample shop, for anybody. */
export function TryIt({ samples, next, children }: TryItProps) {
  const { draft, setDraft, change, answer, pending, run } = useTry(samples);
  const [ready, setReady] = useState(false);
  const card = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    setReady(true);
    const kept = readDraft();
    const early = field.current?.value ?? '';
    // What was written before the page's scripts were there reached nobody.
    if (early !== field.current?.defaultValue) return setDraft((before) => ({ ...before, prompt: early }));
    if (kept && samples.some(({ source }) => source === kept.source)) setDraft(kept);
  }, [samples, setDraft]);
  useTryLinks(samples, ({ sentence, source }) => {
    card.current?.scrollIntoView({ block: 'start' });
    void run({ prompt: sentence, source });
  });
  const isFirst = draft.prompt === samples[0]?.sentence;
  return (
    <section className={classes.card} ref={card} aria-labelledby="try-title" data-testid="try">
      <h2 id="try-title" className={classes.title}>
        Try it on the sample shop
      </h2>
      <Topics samples={samples} chosen={draft.source} onPick={(sample) => change(draftOf(sample))} />
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void run(draft);
        }}
      >
        <label htmlFor="try-sentence">What do you want to be told?</label>
        <textarea
          id="try-sentence"
          ref={field}
          rows={2}
          maxLength={500}
          value={draft.prompt}
          onChange={(event) => change({ ...draft, prompt: event.currentTarget.value })}
        />
        <p className={classes.page}>
          Read on <a href={draft.source}>{draft.source.replace(/^https?:\/\//, '')}</a>
        </p>
        <div className={classes.actions}>
          <button type="submit" className={classes.check} disabled={!ready || pending} aria-busy={pending}>
            {pending ? 'Checking…' : 'Check now'}
          </button>
          <span>No account needed. You press the button.</span>
        </div>
      </form>
      <div className={classes.result}>
        {pending ? <Waiting /> : answer ? <TryResult answer={answer} next={next} /> : isFirst ? children : <Untried />}
      </div>
    </section>
  );
}

const draftOf = ({ sentence, source }: Sample) => ({ prompt: sentence, source });

function Topics({
  samples,
  chosen,
  onPick,
}: {
  samples: readonly Sample[];
  chosen: string;
  onPick: (one: Sample) => void;
}) {
  return (
    <ul className={classes.topics} aria-label="Examples">
      {samples.map((sample) => (
        <li key={sample.name}>
          <button type="button" aria-pressed={sample.source === chosen} onClick={() => onPick(sample)}>
            {sample.topic}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Waiting() {
  return (
    <div className={classes.waiting}>
      <p role="status">Loading the page in a browser and reading it…</p>
      <span />
      <span />
      <span />
    </div>
  );
}

function Untried() {
  return <p className={classes.hint}>Press Check now: the page is loaded and read this moment, as the app does it.</p>;
}
