import { handlers } from '@/auth/next-auth';

export const { GET, POST } = handlers;
