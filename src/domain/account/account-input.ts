import { z } from 'zod';

/** Longest that bcrypt-like work should be spent on; the plan sets no upper bound. */
const MOST_PASSWORD = 200;

const EmailAddress = z
  .string()
  .trim()
  .max(254, 'Invalid email address')
  .pipe(z.email('Invalid email address'))
  .transform((address) => address.toLowerCase());

const Password = z
  .string()
  .min(8, 'Password must be at least 8 characters')
  .max(MOST_PASSWORD, `Password must be at most ${MOST_PASSWORD} characters`)
  .regex(/[a-z]/, 'Password must contain uppercase, lowercase, and number')
  .regex(/[A-Z]/, 'Password must contain uppercase, lowercase, and number')
  .regex(/\d/, 'Password must contain uppercase, lowercase, and number');

const PersonName = z
  .string()
  .trim()
  .min(1, 'Name is required')
  .max(100, 'Name must be less than 100 characters')
  // Names are put into mail headers and greetings: no line breaks or other controls.
  .refine((name) => !/\p{Cc}/u.test(name), 'Name must be on one line');

/** Sign-up, shared by form, router and REST. The address comes out in lower case. */
export const CreateUserSchema = z.object({ email: EmailAddress, password: Password, name: PersonName });

export const LoginSchema = z.object({
  email: EmailAddress,
  password: z.string().min(1, 'Password is required').max(MOST_PASSWORD, 'Password is too long'),
});

/** Asking for a mail to an address. */
export const EmailRequest = z.strictObject({ email: EmailAddress });

/** The secret in a mailed link. */
export const LinkSecret = z.string().min(1).max(200);

/** What a new password is to leave as it is; without a word it ends both. */
const Keep = z.strictObject({ apiTokens: z.boolean().optional(), google: z.boolean().optional() }).optional();

/** A new password by a mailed link. */
export const ResetPasswordInput = z.strictObject({ secret: LinkSecret, password: Password, keep: Keep });

/** The present password, where something grave is asked for; blank for an account that has none. */
export const PresentPassword = z.string().max(MOST_PASSWORD, 'Password is too long').optional();

/** Another password; `password` is the present one. */
export const ChangePasswordInput = z.strictObject({
  password: PresentPassword,
  newPassword: Password,
  keep: Keep,
});

/** Another address; `password` is the present one. */
export const ChangeEmailInput = z.strictObject({ email: EmailAddress, password: PresentPassword });
