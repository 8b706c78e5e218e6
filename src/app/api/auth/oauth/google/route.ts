export { handleRest as POST } from '@/trpc/rest/handle';
