import { gatheredWords } from './gathered-words';
import type { GatheredMail, MailContent, MonitorMail } from './mail-content';
import { gatheredText, monitorText } from './monitor-text';
import { monitorWords } from './monitor-words';

// What a mail is made of and what it becomes are known by all files of its making; others come in by this door.
export type { GatheredBecause, MailContent, MonitorLinks, MonitorMail } from './mail-content';

/** An alert, the first email of an error episode, or the one that ends it. */
export async function renderMonitorMail({ news, ...receiver }: MonitorMail): Promise<MailContent> {
  const words = monitorWords(news, receiver);
  // react-email takes half a second to load: not at the start of the app, but with the first email.
  const { renderMonitorBody } = await import('./monitor-body');
  return { subject: words.subject, html: await renderMonitorBody(words), text: monitorText(words) };
}

/** Several alerts in one email. */
export async function renderGatheredMail(mail: GatheredMail): Promise<MailContent> {
  const words = gatheredWords(mail);
  const { renderGatheredBody } = await import('./gathered-body');
  return { subject: words.subject, html: await renderGatheredBody(words), text: gatheredText(words) };
}
