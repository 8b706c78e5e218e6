import { VisuallyHidden } from '@mantine/core';
import classes from './password-rules.module.css';

/** The rules of CreateUserSchema, one by one, so that a person sees which are still open. */
const RULES: readonly (readonly [string, (password: string) => boolean])[] = [
  ['8 characters or more', (password) => password.length >= 8],
  ['an upper-case letter', (password) => /[A-Z]/.test(password)],
  ['a lower-case letter', (password) => /[a-z]/.test(password)],
  ['a digit', (password) => /\d/.test(password)],
];

export function PasswordRules({ id, password }: { id: string; password: string }) {
  return (
    <ul id={id} className={classes.rules}>
      {RULES.map(([words, holds]) => (
        <li key={words} data-met={holds(password)}>
          {words}
          <VisuallyHidden>{holds(password) ? ' (met)' : ' (open)'}</VisuallyHidden>
        </li>
      ))}
    </ul>
  );
}
