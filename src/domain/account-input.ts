import { z } from 'zod';

const Email = z.string().trim().max(320, 'Email address is too long').pipe(z.email('Invalid email address'));

const Name = z.string().trim().min(1, 'Name is required').max(100, 'Name must be less than 100 characters');

/** Opening an account; the same for form, router and REST. */
export const CreateUserSchema = z.strictObject({
  email: Email,
  password: z
    .string()
    .min(8, 'Password must be at least 8 characters')
    // A longer one would only make the server hash more.
    .max(200, 'Password must be less than 200 characters')
    .regex(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)/s, 'Password must contain uppercase, lowercase, and number'),
  name: Name,
});

/** Signing in. */
export const LoginSchema = z.strictObject({
  email: Email,
  password: z.string().min(1, 'Password is required').max(200, 'Password must be less than 200 characters'),
});
