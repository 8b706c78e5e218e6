import classes from './landing.module.css';

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
