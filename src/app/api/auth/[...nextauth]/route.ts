import { headers } from 'next/headers';
import { authHandlers } from '@/auth/next-auth';
import { requestOrigin } from '@/auth/request-origin';
import { arriveWithGoogle } from '@/flows/google-account';
import { realDeps } from '@/flows/real-deps';

export const { GET, POST } = authHandlers(async (identity, options) =>
  arriveWithGoogle({ ...realDeps(), origin: requestOrigin(await headers()) }, identity, options),
);
