import classes from './landing.module.css';

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
