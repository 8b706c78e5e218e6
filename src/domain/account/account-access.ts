import { z } from 'zod';

/** What a mailed link proves or does. */
export const LinkPurpose = z.enum([
  'verify_email',
  'reset_password',
  'change_email_old',
  'change_email_new',
  'link_google',
]);
export type LinkPurpose = z.infer<typeof LinkPurpose>;

const HOUR = 60 * 60_000;

/** How long a mailed link works, in milliseconds. */
export const LINK_LIFETIME_MS: Record<LinkPurpose, number> = {
  verify_email: 48 * HOUR,
  reset_password: HOUR,
  change_email_old: 24 * HOUR,
  change_email_new: 24 * HOUR,
  link_google: HOUR,
};

/** Most links of one purpose that an account is mailed within an hour, so that nobody is buried in mails. */
export const LINKS_PER_HOUR = 5;

/** What a personal API token may do: see; ask for evaluations; change and delete. */
export const TokenScope = z.enum(['read', 'refresh', 'write']);
export type TokenScope = z.infer<typeof TokenScope>;
export const ALL_SCOPES: readonly TokenScope[] = TokenScope.options;

/** Most API tokens a person has at a time. */
export const TOKENS_PER_PERSON = 20;

export const NewApiToken = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Give it a name, so that you know it again')
    .max(60, 'Use at most 60 characters')
    .refine((name) => !/\p{Cc}/u.test(name), 'Use one line'),
  scopes: z
    .array(TokenScope)
    .min(1, 'Choose what it may do')
    .max(3)
    .transform((scopes) => [...new Set(scopes)].sort()),
});

/** A sign-in that is younger than this needs no password for what is grave, in milliseconds. */
export const FRESH_SIGN_IN_MS = 10 * 60_000;

/** How long one may change one's mind after asking for deletion, in milliseconds. */
export const DELETION_DELAY_MS = 7 * 24 * HOUR;

/** How long the zip of one's data can be fetched, in milliseconds. */
export const EXPORT_KEPT_MS = 24 * HOUR;

/** What a new password ends besides sessions, unless its owner says otherwise. */
export interface StandingAccess {
  /** API tokens that work. */
  apiTokens: number;
  /** Google was connected after the last change of the password. */
  newGoogle: boolean;
}

/** What a new password is to leave. */
export interface KeptAccess {
  apiTokens?: boolean | undefined;
  google?: boolean | undefined;
}
