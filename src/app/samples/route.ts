import { isHttps, samplesOrigin } from '@/env';
import { onlyEmbedded } from './_pages/html';
import { overviewPage } from './_pages/overview';

export function GET(request: Request): Promise<Response> {
  const host = request.headers.get('host') ?? 'localhost:3000';
  return onlyEmbedded(() => overviewPage(isHttps() ? samplesOrigin() : `http://${host}`));
}
