import { type Counting, enter } from '@/auth/entrance/enter';
import { abuseGuard } from '@/auth/rate-limit/process-guard';
import { answerOnTrail } from '@/ops/request-log';
import { isDomainError } from '../error-map';
import { withErrorBody } from './answer';
import { answerRefusal } from './refuse';

/**
 * A route handler behind the entrance that all routes share. What that refuses, and what the handler does, is answered
 * in the contract's shape.
 */
export function behindEntrance(
  handle: (request: Request) => Promise<Response>,
  guard: () => Counting = abuseGuard,
): (request: Request) => Promise<Response> {
  const answer = async (request: Request) => {
    let entered: Request;
    try {
      entered = await enter(request, guard());
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return answerRefusal(error);
    }
    return withErrorBody(await handle(entered));
  };
  return (request) => answerOnTrail(request, () => answer(request));
}
