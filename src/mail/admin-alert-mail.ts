import { type AdminAlert, type AdminAlertWords, adminAlertWords } from './admin-alert-words';
import type { MailContent } from './mail-content';
import { privacyUrl } from './privacy-url';

export type { AdminAlert } from './admin-alert-words';

/** The email about an alert rule, in HTML and in plain text. */
export async function renderAdminAlert(alert: AdminAlert): Promise<MailContent> {
  const words = adminAlertWords(alert);
  // As with other emails, react-email is loaded with the first one.
  const { renderAdminAlertBody } = await import('./admin-alert-body');
  return { subject: words.subject, html: await renderAdminAlertBody(words), text: textOf(words) };
}

function textOf({ headline, why, rows, button, footer }: AdminAlertWords): string {
  const told = rows.map(({ label, value }) => `${label}: ${value}`);
  const [link, privacy] = [`${button.label}: ${button.url}`, `Privacy: ${privacyUrl(button.url)}`];
  return [headline, '', why, '', ...told, '', link, '', '-- ', footer, privacy, ''].join('\n');
}
