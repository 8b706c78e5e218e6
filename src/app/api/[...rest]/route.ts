export {
  handleRest as DELETE,
  handleRest as GET,
  handleRest as PATCH,
  handleRest as POST,
  handleRest as PUT,
} from '@/trpc/rest/handle';

/** Nothing here is known when the app is built: Next need not watch what is read of each request. */
export const dynamic = 'force-dynamic';
