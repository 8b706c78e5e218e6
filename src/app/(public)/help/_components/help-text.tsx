import type { ReactNode } from 'react';
import { LIMITS } from '@/domain/limits';
import { TOPICS, type Topic } from '@/ui/help/topics';
import { Link } from '@/ui/shell/link';
import classes from './help.module.css';

/** What of the settings the page tells. */
interface HelpSettings {
  REFRESH_RATE_LIMIT: number;
  DAILY_REFRESH_LIMIT: number;
  DATA_RETENTION_DAYS: number;
}

const ORDER = Object.keys(TOPICS) as Topic[];

/** One page about what people ask, by the numbers of this installation. */
export function HelpText({ settings }: { settings: HelpSettings }) {
  return (
    <article className={classes.text}>
      <h1>Help</h1>
      <nav aria-label="On this page">
        <ul>
          {ORDER.map((topic) => (
            <li key={topic}>
              <a href={`#${topic}`}>{TOPICS[topic].title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Checks settings={settings} />
      <Sentence />
      <Asking />
      <Recipe />
      <p className={classes.further}>
        <Link href="/docs/api">For programs</Link>
        <Link href="/privacy">Privacy</Link>
      </p>
    </article>
  );
}

function Section({ topic, children }: { topic: Topic; children: ReactNode }) {
  return (
    <section aria-labelledby={topic}>
      <h2 id={topic}>{TOPICS[topic].title}</h2>
      {children}
    </section>
  );
}

/** "every minute", "every 30 seconds": how often one monitor can be checked. */
function everyWords(perMinute: number): string {
  const seconds = Math.round(60 / perMinute);
  if (seconds % 60 === 0) return seconds === 60 ? 'once a minute' : `once in ${seconds / 60} minutes`;
  return `once in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
}

function Checks({ settings }: { settings: HelpSettings }) {
  const { DAILY_REFRESH_LIMIT: daily, REFRESH_RATE_LIMIT: perMinute, DATA_RETENTION_DAYS: days } = settings;
  return (
    <Section topic="checks">
      <p>
        Nothing is checked on a schedule: a check happens when you press <em>Check now</em> or <em>Check all</em>, or
        when a program of yours asks for it. It loads the page of one monitor, reads it, and says what it decided.
      </p>
      <ul>
        <li>
          You have <strong>{daily} checks a day</strong>. They come back all at once at midnight UTC; your dashboard
          says when that is by your clock.
        </li>
        <li>
          One monitor can be checked <strong>{everyWords(perMinute)}</strong>. The button counts down until then.
        </li>
        <li>
          <em>Check all</em> uses one for each monitor. A second press while a check is under way costs nothing, and
          neither does a preview.
        </li>
        <li>
          A check is <strong>given back</strong> where the site did not answer, refused or asked for a sign-in, where
          the page was gone or empty, and where the fault was ours. It counts where the page was read to its end, also
          when what you asked for is not on it.
        </li>
        <li>
          A page that could not be read raises no alert and moves no value. After {LIMITS.failuresBeforeErrorMail} such
          checks in a row you are told once, and once more when it works again.
        </li>
        <li>
          You can have {LIMITS.monitorsPerPerson} monitors. What they read is kept for {days} days.
        </li>
      </ul>
    </Section>
  );
}

function Sentence() {
  return (
    <Section topic="sentence">
      <p>
        Write it as you would tell a person, in {LIMITS.promptMin} to {LIMITS.promptMax} characters. Four things make it
        sure:
      </p>
      <dl>
        <Part name="The thing" example="the Aurora One in black, not refurbished">
          By the name that it has on the page. What it is not helps where there are several.
        </Part>
        <Part name="What of it" example="its price · whether it is in stock · the number of reviews">
          One fact for one monitor: a price, a number, a date, a word, a list.
        </Part>
        <Part name="When" example="is below $300 · drops by 10% · is back in stock · changes">
          “Is below” tells you once when it becomes true, and again only after it was false. “Changes” tells you each
          time it is another than when you were told last.
        </Part>
        <Part name="Where" example="https://shop.example/aurora-one">
          The address of a public page that shows it without signing in. Without one you are asked for it.
        </Part>
      </dl>
      <p className={classes.example}>
        Tell me when the Aurora One in black costs less than $300, https://shop.example/aurora-one
      </p>
      <p>
        The preview shows what was understood and what the page says now, before anything is saved. Each part of it can
        be put right by hand.
      </p>
    </Section>
  );
}

function Part({ name, example, children }: { name: string; example: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children} <span className={classes.quiet}>{example}</span>
      </dd>
    </div>
  );
}

function Asking() {
  return (
    <Section topic="asking">
      <p>
        Pages show many values that look alike: the old price, the price of another colour, the price of delivery. Where
        it is not sure which one you mean, it shows the likeliest on the page’s picture and asks, instead of guessing.
      </p>
      <p>
        Choose one, or point at any text of the picture. That is asked once: from then on the value is found where you
        pointed. Where it is no longer there, the check says so, and <em>Point again</em> on the monitor’s page takes
        you back to the picture.
      </p>
    </Section>
  );
}

function Recipe() {
  return (
    <Section topic="recipe">
      <p>
        When a value was read and proven by a quote that stands literally on the page, its place is kept: what stands
        before and after it, its label, its cell in a table, or what the page says for programs. That is its recipe.
      </p>
      <p>
        The next check looks there first, which takes a moment and no model. What it finds must prove itself as before,
        and a value that does not fit the past counts only when a second look agrees. Where the page was rebuilt, it is
        read anew and a new recipe made; of a value that you pointed at nothing is guessed, and you are asked.
      </p>
      <p>Each line of a monitor’s history says, when you open it, how its value is found again.</p>
    </Section>
  );
}
