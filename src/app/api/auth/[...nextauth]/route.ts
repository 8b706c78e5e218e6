import { authHandlers } from '@/auth/next-auth';
import { arriveWithGoogle } from '@/flows/google-account';
import { realDeps } from '@/flows/real-deps';

export const { GET, POST } = authHandlers((identity, options) => arriveWithGoogle(realDeps(), identity, options));
