import { randomBytes } from 'node:crypto';

/** A secret of this process, for programs that use parts of the app without starting it. Imported for this alone. */
process.env.AUTH_SECRET ??= randomBytes(32).toString('base64url');
