import { headers } from 'next/headers';
import { NextRequest } from 'next/server';
import { authHandlers } from '@/auth/next-auth';
import { requestOrigin } from '@/auth/request-origin';
import { arriveWithGoogle } from '@/flows/account/google-account';
import { realDeps } from '@/flows/real-deps';
import { behindEntrance } from '@/trpc/rest/behind-entrance';

const handlers = authHandlers(async (identity, options) =>
  arriveWithGoogle({ ...realDeps(), origin: requestOrigin(await headers()) }, identity, options),
);

export const GET = behindEntrance((request) => handlers.GET(new NextRequest(request)));
export const POST = behindEntrance((request) => handlers.POST(new NextRequest(request)));
