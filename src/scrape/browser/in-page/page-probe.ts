/** What the settling needs to know of a page at one moment. */
export interface Probe {
  /** Of all visible text, digits included: a price may be the only thing that still changes. */
  hash: number;
  /** The same without figures: what a clock that ticks leaves as it is. */
  shape: number;
  length: number;
  /** Shows words or marks of a page that is still loading. */
  busy: boolean;
  /** document.readyState. */
  ready: string;
  /** Something can still change the page by itself: scripts, frames, a refresh. Without, it is final once loaded. */
  live: boolean;
  /** Milliseconds until a <meta> refresh goes elsewhere; null without. */
  refreshMs: number | null;
  screens: number;
  /** It shows other documents: they settle by themselves. */
  framed: boolean;
}

/** Looks at the page; sent into it as text (see dump-page). */
class PageProber {
  run(): Probe {
    const state = { ready: document.readyState, live: this.isLive(), refreshMs: this.refresh() };
    // Laying out a page only to count its letters is dear; one that cannot change is final anyway.
    if (!state.live && state.ready === 'complete')
      return { ...state, hash: 0, shape: 0, length: 0, busy: false, screens: 0, framed: false };
    const frames = [...document.querySelectorAll('iframe')];
    const text = [document, ...frames.map((frame) => frame.contentDocument)].map((one) => this.textOf(one)).join('\n');
    return {
      ...state,
      hash: this.hash(text),
      shape: this.hash(text.replace(/\d+/g, '0')),
      length: text.trim().length,
      busy: this.isBusy(text),
      screens: (document.documentElement?.scrollHeight ?? 0) / Math.max(1, innerHeight),
      framed: frames.length > 0,
    };
  }

  /** What is drawn, not what the document holds: hidden templates must not count. Frames of others are closed to us. */
  private textOf(shown: Document | null): string {
    // biome-ignore lint/performance/useDomNodeTextContent: what is drawn is the question
    return (shown?.body as { innerText?: string } | null | undefined)?.innerText ?? '';
  }

  private hash(text: string): number {
    let hash = text.length;
    for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    return hash;
  }

  /** A line that tells to wait. */
  private readonly waiting = new RegExp(
    String.raw`^[^\S\n\r\u2028\u2029]*(?:` +
      '(?:loading|please wait|fetching|wird geladen|laden|lädt|bitte warten|chargement|veuillez patienter|' +
      'cargando|carregando|caricamento|bezig met laden|読み込み中|加载中)' +
      String.raw`[^\n]{0,40}|\p{L}[^\n]{0,30}\bloading)(?:\.{3}|…)?[^\S\n]*$`,
    'imu',
  );

  private isBusy(text: string): boolean {
    if (document.querySelector('[aria-busy="true"]') !== null) return true;
    if (text.length > 20_000) return false;
    return this.waiting.test(text);
  }

  private isLive(): boolean {
    if (document.querySelector('iframe,frame,[onload],[onerror],body[onpageshow]') !== null) return true;
    for (const script of document.scripts) {
      if (!/json|template|text\/html|text\/x-|importmap|speculationrules/i.test(script.type)) return true;
    }
    return false;
  }

  private refresh(): number | null {
    const content = document.querySelector('meta[http-equiv="refresh" i]')?.getAttribute('content');
    const match = /^\s*(\d+(?:\.\d+)?)\s*[;,]\s*url\s*=/i.exec(content ?? '');
    return match === null ? null : Number(match[1]) * 1_000;
  }
}

/** The probe as an expression. */
export const PROBE = `(() => { const __name = (value) => value; return new (${PageProber})().run(); })()`;

/** Goes to the n-th screen of the page, so that what loads when it is seen does. */
export function showScreen(number: number): string {
  return `scrollTo({ top: ${number} * innerHeight, behavior: 'instant' }); document.documentElement?.offsetHeight`;
}

/** Shows two screens further down, as far as there are any, each for two frames or as long where none is drawn. */
export const SHOW_SCREENS = `(async () => {
  const frame = () => new Promise((done) => { requestAnimationFrame(() => done()); setTimeout(done, 100); });
  const high = document.documentElement?.scrollHeight ?? 0;
  for (const screen of [1, 2, 0]) {
    if (screen > 1 && high <= 2 * innerHeight) continue;
    scrollTo({ top: screen * innerHeight, behavior: 'instant' });
    await frame(); await frame();
  }
})()`;
