import classes from './landing.module.css';

/** What the product shows for one monitor, drawn with the sample shop's own numbers. */
export function ExampleCard() {
  return (
    <figure className={classes.card}>
      <figcaption className={classes.prompt}>“Tell me when the Aurora One headphones cost less than $300.”</figcaption>
      <div className={classes.reading}>
        <p className={classes.value}>
          <span className="figures">$312.00</span>
          <span className={classes.fact}>price of the Aurora One</span>
        </p>
        <p className={classes.decision}>
          <span className={classes.dot} aria-hidden="true" />
          No alert: $312.00 is not below $300.00
        </p>
      </div>
      <div className={classes.evidence}>
        <p className={classes.caption}>Where it stands on the page</p>
        <div className={classes.page}>
          <p className={classes.product}>Aurora One wireless headphones</p>
          <p>
            <s>$379.00</s> <mark className={classes.mark}>$312.00</mark>
          </p>
          <p className={classes.small}>or 4 payments of $78.00 · free delivery from $50.00</p>
        </div>
      </div>
      <div className={classes.refused}>
        <p className={classes.caption}>Seen and refused</p>
        <ul>
          <li>
            <span className="figures">$379.00</span> struck through: the old price
          </li>
          <li>
            <span className="figures">$78.00</span> one of four payments
          </li>
          <li>
            <span className="figures">$50.00</span> where free delivery starts
          </li>
        </ul>
      </div>
    </figure>
  );
}

const SENTENCES = [
  ['Prices', 'Tell me when this desk is under 250 euros'],
  ['Tickets', 'Let me know if the Friday show is no longer sold out'],
  ['Jobs', 'Tell me when a new design job appears on this page'],
  ['Weather', 'Tell me when Oslo drops below −10 °C'],
  ['Releases', 'Tell me when a version newer than 4.2 comes out'],
  ['Dates', 'Tell me when the opening day changes'],
] as const;

export function Examples() {
  return (
    <section className={classes.inner} aria-labelledby="examples">
      <h2 id="examples">Things people wait for</h2>
      <ul className={classes.sentences}>
        {SENTENCES.map(([topic, sentence]) => (
          <li key={topic}>
            <span className={classes.topic}>{topic}</span>
            <span>“{sentence}”</span>
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
