import { currentPerson } from '@/auth/session';
import { isEmbedded } from '@/env';
import { LinkButton } from '@/ui/shell/link-button';
import { ExampleCard, Examples, Promises, Steps } from './_components/landing';
import classes from './_components/landing.module.css';

export default async function LandingPage() {
  const person = await currentPerson();
  const start = person ? { href: '/dashboard', label: 'Open my monitors' } : { href: '/sign-up', label: 'Sign up' };
  return (
    <>
      <section className={classes.hero}>
        <div className={classes.pitch}>
          <h1 className={classes.headline}>Say what you are waiting for. See the proof.</h1>
          <p className={classes.lead}>
            Write one sentence about any public web page. Monitors! reads the value, shows you where it stands on the
            page, and mails you when your condition is met.
          </p>
          <div className={classes.actions}>
            <LinkButton href={start.href} size="md">
              {start.label}
            </LinkButton>
            {isEmbedded() ? (
              <LinkButton href="/samples" size="md" variant="default">
                Try it on the sample shop
              </LinkButton>
            ) : (
              <LinkButton href="#how" size="md" variant="default">
                How it works
              </LinkButton>
            )}
          </div>
        </div>
        <ExampleCard />
      </section>
      <Promises />
      <Steps />
      <Examples />
      <section className={classes.closing}>
        <h2>What are you waiting for?</h2>
        <p>Ten monitors and fifty checks a day for each person. You press the button, nothing runs behind your back.</p>
        <LinkButton href={start.href} size="md">
          {start.label}
        </LinkButton>
      </section>
    </>
  );
}
