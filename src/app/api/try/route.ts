import { abuseGuard } from '@/auth/rate-limit/process-guard';
import { realDeps } from '@/flows/real-deps';
import { behindEntrance } from '@/trpc/rest/behind-entrance';
import { answerTry } from '@/trpc/rest/try-sample';

/** The landing page's preview of the sample shop, for anybody. src/proxy.ts has refused other sites' requests. */
export const POST = behindEntrance((request) => answerTry(request, { deps: realDeps(), guard: abuseGuard() }));
