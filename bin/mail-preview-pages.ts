import type { MailContent } from '@/mail/notification-mail';

export const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];
const WIDTHS = [320, 640];

const STYLE = `:root { color-scheme: light dark; } body { font: 15px/1.5 system-ui, sans-serif; margin: 24px; }
  td { padding: 3px 16px 3px 0; vertical-align: top; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  .frames { display: flex; flex-wrap: wrap; gap: 16px; } figure { margin: 0; } iframe { border: 1px solid #8888; }
  pre { border: 1px solid #8888; padding: 12px; max-width: 80ch; }`;

/** All emails with their subjects. */
export function indexPage(samples: readonly { name: string; subject: string; bytes: number }[]): string {
  const rows = samples.map(
    ({ name, subject, bytes }) =>
      `<tr><td><a href="${name}.html">${name}</a></td><td>${escaped(subject)}</td><td>${bytes} bytes</td></tr>`,
  );
  return pageOf('Emails', `<h1>Emails</h1><table>${rows.join('')}</table>`);
}

/** One email at all widths, in both schemes, with its subject and its plain text. */
export function samplePage(name: string, { subject, text }: MailContent): string {
  const frames = SCHEMES.flatMap((scheme) =>
    WIDTHS.map(
      (width) =>
        `<figure><figcaption>${scheme}, ${width} px</figcaption><iframe sandbox width="${width}" height="900" ` +
        `title="${scheme}, ${width} px" src="mails/${name}-${scheme}.html"></iframe></figure>`,
    ),
  );
  const body = `<p><a href="index.html">All emails</a></p><h1>${escaped(subject)}</h1>
    <div class="frames">${frames.join('')}</div><h2>Plain text</h2><pre>${escaped(text)}</pre>`;
  return pageOf(name, body);
}

/** As a program would show it whose colours are these: a frame follows the browser's own. */
export function inScheme(html: string, scheme: Scheme): string {
  const rule = scheme === 'dark' ? '@media all' : '@media not all';
  const fixed = html.replaceAll('@media (prefers-color-scheme: dark)', rule);
  return fixed.replace('color-scheme: light dark;', `color-scheme: ${scheme};`);
}

/** The same picture in place of every one that would come with the email. */
export function withPictures(html: string, dataUrl: string): string {
  return html.replace(/src="cid:[^"]*"/g, `src="${dataUrl}"`);
}

function pageOf(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
    <style>${STYLE}</style></head><body>${body}</body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
