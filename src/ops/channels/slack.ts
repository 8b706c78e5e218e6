import type { ChannelMessage, OutsideChannel } from './channel';
import { postJson } from './post-json';

/** Slack's incoming webhook at `url`; `pageUrl` is where an operator reads on. */
export function createSlack({ url, pageUrl, timeoutMs }: { url: string; pageUrl: string; timeoutMs?: number }) {
  const channel: OutsideChannel = {
    send: (message) =>
      postJson('Slack', { url, body: slackBody(message, pageUrl), ...(timeoutMs ? { timeoutMs } : {}) }),
  };
  return channel;
}

const MARKS = { critical: ':rotating_light:', warning: ':warning:' } as const;

/** `text` is what notifications and screen readers say; the blocks are what is shown. */
function slackBody({ kind, title, why, severity }: ChannelMessage, pageUrl: string) {
  const heading = kind === 'ended' ? `Over: ${title}` : title;
  const mark = kind === 'ended' ? ':white_check_mark:' : MARKS[severity];
  const shown = `${mark} *${escaped(heading)}*\n${escaped(why)}\n<${pageUrl}|Open the alerts>`;
  return {
    text: escaped(`${heading}. ${why}`),
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: shown } }],
    unfurl_links: false,
  };
}

/** Slack's three characters of control. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
