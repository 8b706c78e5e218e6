import { Decimal } from 'decimal.js';
import { OTHER_SENTENCES, SAMPLE_SENTENCES } from '@/domain/sample-sentences';
import type { SampleValues } from '@/domain/sample-values';
import { decide } from '@/domain/trigger/decide';
import type { Trigger } from '@/domain/trigger/trigger';
import type { FactValue } from '@/domain/value/value';
import { formatValue } from '@/domain/value/value-format';
import classes from './landing.module.css';
import { SentenceLink } from './sentence-link';

interface ExampleProps {
  /** What the shop shows this moment, or what an example has where there is no shop. */
  headphones: SampleValues['headphones'];
  isLive: boolean;
}

const THRESHOLD: Trigger = {
  kind: 'state',
  op: 'lt',
  value: { type: 'number', number: '300', unit: 'USD' },
  value2: null,
};

/** Decided by the code that decides for monitors, so that it cannot be at odds with the shop. */
function sentenceAbout(price: string): string {
  const value: FactValue = { type: 'number', number: new Decimal(price).toFixed(), unit: 'USD' };
  const state = { armed: true, baseline: null, currentValue: null };
  return decide({ trigger: THRESHOLD, state, property: 'price', result: { outcome: 'value', value } }).sentence;
}

const dollars = (price: string) => formatValue({ type: 'number', number: new Decimal(price).toFixed(), unit: 'USD' });

/** What the product shows for one monitor, with the price that the sample shop has now. */
export function Example({ headphones, isLive }: ExampleProps) {
  const { onSale, salePrice, regularPrice } = headphones;
  const price = onSale ? salePrice : regularPrice;
  const sentence = sentenceAbout(price);
  return (
    <div className={classes.example}>
      <p className={classes.caption}>{isLive ? 'The sample shop at this moment' : 'For example'}</p>
      <p className={classes.value}>
        <span className="figures">{dollars(price)}</span>
        <span className={classes.fact}>price of the Aurora One</span>
      </p>
      <p className={classes.decision} data-alert={sentence.startsWith('Alert') || undefined}>
        <span className={classes.dot} aria-hidden="true" />
        {sentence}
      </p>
      <div className={classes.page}>
        <p className={classes.product}>Aurora One wireless headphones</p>
        <p>
          {onSale ? (
            <>
              <s>{dollars(regularPrice)}</s>{' '}
            </>
          ) : null}
          <mark className={classes.mark}>{dollars(price)}</mark>
        </p>
        <p className={classes.small}>Free delivery on orders over $50.00</p>
      </div>
      {isLive ? (
        <p className={classes.small}>Check now reads it for you, with the page’s own picture as proof.</p>
      ) : null}
    </div>
  );
}

/** The same as a card of its own, where no page can be read without an account. */
export function ExampleCard(props: ExampleProps) {
  return (
    <figure className={classes.card}>
      <figcaption className={classes.prompt}>“{SAMPLE_SENTENCES[0].sentence}.”</figcaption>
      <Example {...props} />
    </figure>
  );
}

/** Sentences that can be tapped: tried at once where there is a sample shop, else taken along to the form. */
export function Examples({ isLive, next }: { isLive: boolean; next: string }) {
  // Six fill their rows; the card above has all.
  const sentences = isLive ? SAMPLE_SENTENCES.slice(0, 6) : OTHER_SENTENCES;
  return (
    <section className={classes.inner} aria-labelledby="examples">
      <h2 id="examples">Things people wait for</h2>
      <ul className={classes.sentences}>
        {sentences.map((one) => (
          <li key={one.topic}>
            <SentenceLink sentence={one.sentence} href={'section' in one ? `#try-${one.section}` : next}>
              <span className={classes.topic}>{one.topic}</span>
              <span>“{one.sentence}”</span>
              <span className={classes.tap}>{isLive ? 'Try it' : 'Use this sentence'}</span>
            </SentenceLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

const STEPS = [
  {
    title: 'Write a sentence with an address',
    text: 'In your own words: what, where, and when you want to hear of it.',
  },
  {
    title: 'See what was understood',
    text:
      'The fact, its unit, the condition, the value right now, and what else on the page was considered. ' +
      'Nothing is saved until you agree.',
  },
  {
    title: 'Press Check now',
    text:
      'Watch it load, read and decide. When the condition becomes true you get one mail with the proof, and no ' +
      'second one until it was false in between.',
  },
] as const;

export function Steps() {
  return (
    <section className={classes.inner} id="how" aria-labelledby="how-title">
      <h2 id="how-title">How it works</h2>
      <ol className={classes.steps}>
        {STEPS.map(({ title, text }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const PROMISES = [
  {
    title: 'Never an alert because a page failed',
    text:
      'A time-out, a bot wall, an empty page or a 404 is not a value. It is named for what it is, your last ' +
      'value stays, and the check is given back to you.',
  },
  {
    title: 'Always why, and always why not',
    text:
      'Every check ends with a sentence, the literal words it was read from and a picture with a box around ' +
      'them. Code compares the numbers, not a model.',
  },
  {
    title: 'Next to nothing to run',
    text:
      'The first reading becomes a recipe. Later checks follow it and cost no AI at all, until the page ' +
      'changes so much that it has to be read anew.',
  },
] as const;

export function Promises() {
  return (
    <section className={classes.band} aria-labelledby="promises">
      <div className={classes.inner}>
        <h2 id="promises">Three promises</h2>
        <ul className={classes.columns}>
          {PROMISES.map(({ title, text }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
