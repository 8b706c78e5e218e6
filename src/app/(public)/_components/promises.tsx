import classes from './landing.module.css';

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
