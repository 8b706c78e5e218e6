import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RouterOutputs } from '@/trpc/root';
import { LinkButton, TextLink } from '@/ui/shell/link-button';
import { FormCard } from './form-card';

interface UnsubscribeCardProps {
  token: string;
  /** What the token would end; null where it is no good any more. */
  found: RouterOutputs['emails']['unsubscription'];
}

const PREFERENCES = '/account#emails';

/** Asks before it ends the emails that a link names, and tells when that is done. Works without any script. */
export function UnsubscribeCard({ token, found }: UnsubscribeCardProps) {
  const footer = <TextLink href={PREFERENCES}>All choices about emails</TextLink>;
  if (found === null) return <LinkGone />;
  const whose = found.monitorName === null ? 'all your monitors' : `“${found.monitorName}”`;
  if (found.isAllOff && found.monitorName !== null) return <AllOff />;
  if (found.isOff) {
    return (
      <FormCard title="These emails are off" description={`No more alerts of ${whose} come by email.`} footer={footer}>
        <Press token={token} label="Get them again" again>
          They stay in your inbox in the app. Was that a mistake?
        </Press>
      </FormCard>
    );
  }
  const about = found.monitorName === null ? `of ${whose}` : `about ${whose}`;
  return (
    <FormCard title={`Stop emails ${about}?`} description="No sign-in is needed." footer={footer}>
      <Press token={token} label="Stop these emails">
        Alerts {about} stay in your inbox in the app. Emails about your account, such as a new password, go on.
      </Press>
    </FormCard>
  );
}

interface PressProps {
  token: string;
  label: string;
  again?: true;
  children: ReactNode;
}

/** A plain form: the browser itself sends it. */
function Press({ token, label, again, children }: PressProps) {
  return (
    <form method="post" action={`/api/unsubscribe?${new URLSearchParams({ token })}`}>
      <input type="hidden" name="from" value="page" />
      {again ? <input type="hidden" name="again" value="yes" /> : null}
      <Stack>
        <Text>{children}</Text>
        <Button type="submit" fullWidth variant={again ? 'default' : 'filled'}>
          {label}
        </Button>
      </Stack>
    </form>
  );
}

/** Nothing is left to end, and this link may not begin more than it ended. */
function AllOff() {
  return (
    <SignInCard title="These emails are off" description="You get no emails of any monitor.">
      Alerts stay in your inbox in the app. Sign in to get emails again.
    </SignInCard>
  );
}

function LinkGone() {
  return (
    <SignInCard
      title="This link no longer works"
      description="It was cut off by a mail program, is more than a year old, or its monitor is deleted."
    >
      Sign in to choose which emails come, or to stop them all.
    </SignInCard>
  );
}

interface SignInCardProps {
  title: string;
  description: string;
  children: ReactNode;
}

/** What a link cannot do is done in the app. */
function SignInCard({ title, description, children }: SignInCardProps) {
  return (
    <FormCard title={title} description={description} footer={<TextLink href="/">Monitors!</TextLink>}>
      <Stack>
        <Text>{children}</Text>
        <LinkButton href={PREFERENCES}>Choose my emails</LinkButton>
      </Stack>
    </FormCard>
  );
}
