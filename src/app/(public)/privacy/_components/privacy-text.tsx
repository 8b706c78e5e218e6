import type { ReactNode } from 'react';
import { areArchived } from '@/domain/retention';
import { contactAddress } from '@/env';
import { Link } from '@/ui/shell/link';
import classes from './privacy.module.css';
import { type PrivacySettings, processorsOf } from './processors';

/** What the app knows of a person, as it is set up on this server. */
export function PrivacyText({ settings }: { settings: PrivacySettings }) {
  return (
    <article className={classes.text}>
      <h1>Privacy</h1>
      <p>
        Monitors! reads public pages for you when you ask it to. It knows of you what that needs, and this page says all
        of it. There are no advertisements, and nothing is sold.
      </p>
      <Kept settings={settings} />
      <h2>Cookies</h2>
      <p>
        One keeps you signed in, one protects forms, and one remembers that this browser has signed in before, so that
        nobody who guesses passwords can lock you out. Signing in with Google sets one for the minutes it takes. There
        are no others. Whether you like it dark is kept in your browser alone, and so is a sentence that you are
        writing: for a week at most, until you save it or sign out. What is tried on the front page without an account
        is read and not kept.
      </p>
      <Processors settings={settings} />
      <Tracking settings={settings} />
      <Rights contact={contactAddress(settings)} />
    </article>
  );
}

function Kept({ settings }: { settings: PrivacySettings }) {
  const days = settings.DATA_RETENTION_DAYS;
  const isArchived = areArchived(days) && (settings.ARCHIVE_DIR ?? settings.ARCHIVE_S3_BUCKET) !== undefined;
  const alerts = days < 365 ? '; those that raised an alert, and its email, 365 days' : '';
  return (
    <>
      <h2>What is kept, why, and how long</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Why</th>
            <th scope="col">How long</th>
          </tr>
        </thead>
        <tbody>
          <Row what="Your email address, name, time zone and choices" why="your account, and emails that you asked for">
            as long as your account
          </Row>
          <Row what="Your password, as a hash from which nobody can read it" why="signing in">
            as long as your account
          </Row>
          <Row what="Your sentences and the monitors made of them" why="what the app is for">
            until you delete them, or your account
          </Row>
          <Row what="Values, quotes and pictures of the pages that you ask about" why="history and proof">
            {days} days{alerts}
          </Row>
          <Row what="Emails to you, and what became of them" why="so that none is lost or sent twice">
            {days} days; secrets in their links are struck out once they have left
          </Row>
          <Row
            what="Network address and browser of each sign-in and of changes to your account"
            why="so that you and we can see if it was somebody else"
          >
            sign-ins until 30 days after they end; changes {Math.max(days, 31)} days
          </Row>
          <Row
            what="Answers of AI models to your questions, sealed: only the same question to the same page opens them"
            why="so that no model is asked twice"
          >
            a day, and no longer than your account
          </Row>
          <Row what="Counts of requests by network address and account" why="against abuse">
            a day at most
          </Row>
          <Row what="Logs of the server" why="finding faults">
            written without email addresses, sentences and page texts
          </Row>
        </tbody>
      </table>
      {isArchived ? (
        <p>
          Before a month of values leaves, it is put into an archive, so that what was removed by a fault of ours can be
          brought back. Nobody reads there. It is kept until {settings.ARCHIVE_KEPT_DAYS} days after the month has left,
          and then removed. About thirty days before a month of yours begins to leave, we tell you by email, unless you
          turned emails off.
        </p>
      ) : null}
      <p>
        Sites that you ask about see our server, never you. How well a site can be read is counted by its name, without
        who asked.
      </p>
    </>
  );
}

function Row({ what, why, children }: { what: string; why: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{what}</th>
      <td>{why}</td>
      <td>{children}</td>
    </tr>
  );
}

function Processors({ settings }: { settings: PrivacySettings }) {
  const processors = processorsOf(settings);
  return (
    <>
      <h2>Who else gets any of it</h2>
      {processors.length === 0 ? (
        <p>Nobody: as this server is set up, all of it stays on its own machine and database.</p>
      ) : (
        <ul>
          {processors.map(({ name, what }) => (
            <li key={name}>
              <strong>{name}</strong>: {what}.
            </li>
          ))}
        </ul>
      )}
      <p>Whoever runs the machines and the database of this server can reach what is kept there.</p>
    </>
  );
}

function Tracking({ settings }: { settings: PrivacySettings }) {
  const opens = settings.EMAIL_TRACK_OPENS;
  const clicks = settings.EMAIL_TRACK_CLICKS;
  const both = opens && clicks ? 'that you open an email of ours, and which link in it you follow' : null;
  const one = opens ? 'that you open an email of ours' : clicks ? 'which link in an email of ours you follow' : null;
  const noted = both ?? one;
  return (
    <>
      <h2>Emails</h2>
      {noted === null ? (
        <p>
          We do not note whether you open an email or follow a link in it: there is no pixel in them, and links lead
          straight to us.
        </p>
      ) : (
        <p>
          SendGrid notes for us {noted}, to see whether emails arrive. If you do not want that, turn off pictures in
          your mail program, or open <Link href="/dashboard">your monitors</Link> instead of links in emails.
        </p>
      )}
      <p>Every email about a monitor ends with links by which you get fewer, or none, without signing in.</p>
    </>
  );
}

function Rights({ contact }: { contact: string | null }) {
  return (
    <>
      <h2>Your rights</h2>
      <ul>
        <li>
          <strong>See and take with you:</strong> <Link href="/account">your account</Link> makes a file of everything,
          as JSON and CSV. It is kept for a day.
        </li>
        <li>
          <strong>Correct:</strong> name, address and choices are yours to change there.
        </li>
        <li>
          <strong>Delete:</strong> there too. Seven days later your account and all that hangs on it are gone, and
          within a day after that what archives hold of it; until then you can change your mind. Acts in the audit stay
          without who you were. The disk of the database may hold remains until it is used anew, which nobody can read
          by asking it, and backups hold what they held until they end.
        </li>
        <li>
          <strong>Object, or complain:</strong>{' '}
          {contact === null ? 'write to whoever runs this server' : <a href={`mailto:${contact}`}>write to us</a>}, or
          to the data protection authority where you live.
        </li>
      </ul>
    </>
  );
}
