import { TextLink } from '@/ui/shell/link-button';
import classes from './system.module.css';

interface WhoseProps {
  personId: string | null;
  email: string | null;
  monitorId: string | null;
}

/** Whose something is, by address and ids: what it is about is theirs. */
export function Whose({ personId, email, monitorId }: WhoseProps) {
  return (
    <>
      {personId === null ? (
        'Account that is gone'
      ) : (
        <TextLink href={`/admin/audit?person=${personId}`} underline="hover" inherit>
          {email ?? personId}
        </TextLink>
      )}
      {monitorId ? <span className={classes.small}>Monitor {monitorId}</span> : null}
    </>
  );
}
