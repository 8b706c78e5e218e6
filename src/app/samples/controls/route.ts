import { getBaseDeps } from '@/flows/base-deps';
import { changeSamples, readSamples } from '@/flows/monitors/sample-shop';
import { type ControlsNotice, controlsPage } from '../_pages/controls';
import { onlyEmbedded } from '../_pages/html';

async function show(notice: ControlsNotice | null): Promise<Response> {
  return controlsPage(await readSamples(getBaseDeps()), notice);
}

export function GET(request: Request): Promise<Response> {
  const saved = new URL(request.url).searchParams.has('saved');
  return onlyEmbedded(() => show(saved ? { kind: 'saved', messages: ['Saved. The sample pages show it now.'] } : null));
}

async function fieldsOf(request: Request): Promise<Map<string, string> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > 20_000) return null;
  const form = await request.formData().catch(() => null);
  if (form === null) return null;
  const fields = new Map<string, string>();
  for (const [name, value] of form) if (typeof value === 'string') fields.set(name, value);
  return fields;
}

/** src/proxy.ts has refused other sites' forms before this runs. */
export function POST(request: Request): Promise<Response> {
  return onlyEmbedded(async () => {
    const fields = await fieldsOf(request);
    if (fields === null) return show({ kind: 'refused', messages: ['This form could not be read. Please try again.'] });
    const messages = await changeSamples(getBaseDeps(), fields);
    if (messages.length > 0) return show({ kind: 'refused', messages });
    return new Response(null, { status: 303, headers: { location: '/samples/controls?saved=1' } });
  });
}
