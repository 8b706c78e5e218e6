import { type Counting, enter } from '@/auth/entrance/enter';
import { abuseGuard } from '@/auth/rate-limit/process-guard';
import { isDomainError, toTrpcError } from '../error-map';
import { answerError } from './answer';

/** A route handler behind the entrance that all routes share; what that refuses is answered in the contract's shape. */
export function behindEntrance(
  handle: (request: Request) => Promise<Response>,
  guard: () => Counting = abuseGuard,
): (request: Request) => Promise<Response> {
  return async (request) => {
    let entered: Request;
    try {
      entered = await enter(request, guard());
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return answerError(toTrpcError(error), null, new Headers());
    }
    return handle(entered);
  };
}
