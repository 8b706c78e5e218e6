import MailComposer from 'nodemailer/lib/mail-composer';

/** An email of a template, as `bin/mail-samples.ts` makes it. */
export interface SpamSample {
  name: string;
  render(): Promise<{ subject: string; html: string; text: string }>;
  pictures?: readonly { cid: string; bytes: Uint8Array; mediaType: string }[];
}

const HOST = 'monitors.example.org';
const PERSON = { name: 'Ada Lovelace', address: 'ada@example.com' };

/**
 * The whole email (RFC 5322) as the person's own server has it: from SendGrid, with its text, its HTML, its pictures
 * and the headers of RFC 8058. `number` makes its Message-ID, by which it is found again.
 */
export async function composeMessage(sample: SpamSample, number: number, now: Date): Promise<Buffer> {
  const { subject, html, text } = await sample.render();
  const mail = new MailComposer({
    from: { name: 'Monitors!', address: `noreply@${HOST}` },
    to: PERSON,
    ...{ subject, html, text, date: now, messageId: messageId(number) },
    headers: {
      'List-Unsubscribe': `<https://${HOST}/unsubscribe?token=eyJzIjoic2FtcGxlIn0.sample>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    attachments: (sample.pictures ?? []).map(({ cid, bytes, mediaType }) => ({
      ...{ cid, content: Buffer.from(bytes), contentType: mediaType, contentDisposition: 'inline' as const },
      filename: `${cid.split(/\W/, 1)[0] || 'picture'}.${mediaType.replace(/^.*\//, '')}`,
    })),
  });
  return Buffer.concat([Buffer.from(received(now)), await mail.compile().build()]);
}

export function messageId(number: number): string {
  return `<sample.${number}.Zx81kQ2mTnG4@geopod-ismtpd-1>`;
}

/** An email that came from nowhere would be taken for one of our own; an address for examples is suspicious. */
function received(now: Date): string {
  const when = now.toUTCString().replace('GMT', '+0000');
  const from = `o1.ptr1234.${HOST} (o1.ptr1234.${HOST} [167.89.101.76])`;
  return `Received: from ${from}\r\n\tby mx.example.com with ESMTPS id 4Zk1;\r\n\t${when}\r\n`;
}
