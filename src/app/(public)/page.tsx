import { Button } from '@mantine/core';
import { unstable_rethrow } from 'next/navigation';
import { currentPerson } from '@/auth/session';
import { addressOfSample } from '@/domain/sample-address';
import { SAMPLE_SENTENCES } from '@/domain/sample-sentences';
import { SAMPLE_DEFAULTS } from '@/domain/sample-values';
import { samplesOrigin } from '@/env';
import { api } from '@/trpc/server';
import { LinkButton } from '@/ui/shell/link-button';
import { Example, ExampleCard, Examples, Promises, Steps } from './_components/landing';
import classes from './_components/landing.module.css';
import { TryIt } from './_components/try/try-it';

const NEW_MONITOR = '/monitors/new';
const PROMISE = 'You press the button. Nothing runs behind your back.';

/** What the shop sells now; null where there is none, or nobody can tell: the page says what this is all the same. */
async function findHeadphones() {
  try {
    return await (await api()).samples.headphones();
  } catch (error) {
    unstable_rethrow(error);
    return null;
  }
}

/** The shop as it is now; null where there is none. */
async function findShop() {
  const headphones = await findHeadphones();
  if (headphones === null) return null;
  const samples = SAMPLE_SENTENCES.map(({ topic, sentence, section }) => {
    return { topic, sentence, name: section, source: addressOfSample(samplesOrigin(), section) };
  });
  return { headphones, samples };
}

export default async function LandingPage() {
  const [person, shop] = await Promise.all([currentPerson(), findShop()]);
  const next = person ? NEW_MONITOR : `/sign-up?next=${NEW_MONITOR}`;
  const start = person ? { href: '/dashboard', label: 'Open my monitors' } : { href: next, label: 'Sign up' };
  const isLive = shop !== null;
  return (
    <>
      <section className={classes.hero}>
        <div>
          <h1 className={classes.headline}>Say what you are waiting for. See the proof.</h1>
          <p className={classes.lead}>
            Write one sentence about any public web page. Monitors! reads the value, shows you where it stands on the
            page, and mails you when your condition is met.
          </p>
          <p className={classes.promise}>{PROMISE}</p>
          <div className={classes.actions}>
            <LinkButton href={start.href} size="md">
              {start.label}
            </LinkButton>
            {/* A plain link: the router tells nobody of a change of the fragment, and the card waits for that. */}
            <Button component="a" href={isLive ? '#try' : '#how'} size="md" variant="default">
              {isLive ? 'Try it' : 'How it works'}
            </Button>
          </div>
        </div>
        {isLive ? (
          <TryIt samples={shop.samples} next={next}>
            <Example headphones={shop.headphones} isLive />
          </TryIt>
        ) : (
          <ExampleCard headphones={SAMPLE_DEFAULTS.headphones} isLive={false} />
        )}
      </section>
      <Promises />
      <Steps />
      <Examples isLive={isLive} next={next} />
      <section className={classes.closing}>
        <h2>What are you waiting for?</h2>
        <p>Ten monitors and fifty checks a day for each person. {PROMISE}</p>
        <LinkButton href={start.href} size="md">
          {start.label}
        </LinkButton>
      </section>
    </>
  );
}
