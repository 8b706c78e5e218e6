import { type EmailPicture, listEmailPictures } from '@/db/email/email-pictures';
import type { NotificationClaim } from '@/db/email/notification-claims';
import { MOST_PICTURES } from '@/mail/gathered-words';
import { pictureCid } from '@/mail/picture-cid';
import type { InlinePicture, OutgoingMail } from '@/mail/transport';
import { unsubscribeButton } from '../account/unsubscribe-links';
import type { Deps } from '../deps';

type ComposeDeps = Pick<Deps, 'db' | 'now' | 'log'> & { settings: Pick<Deps['settings'], 'appUrl'> };

/** All pictures of one email together; base64 makes a third more of it, and mail services refuse 20 to 30 MB. */
const MOST_PICTURE_BYTES = 4 * 1_024 * 1_024;
/** Mail programs that show no WebP are many. */
const JPEG_QUALITY = 82;

/** What leaves: the email as it was written, with its pictures and, about monitors, how to end it by one click. */
export async function composeEmail(deps: ComposeDeps, claim: NotificationClaim): Promise<OutgoingMail> {
  const { id, recipient: to, subject, htmlContent: html, plainTextContent: text } = claim;
  const mail = { id, to, subject, html, text };
  if (claim.kind === 'account') return mail;
  return { ...mail, headers: unsubscribeHeaders(deps, claim), pictures: await picturesOf(deps, claim) };
}

/** For the button that mail programs show. That of an email about several monitors ends all. */
function unsubscribeHeaders({ settings, now }: ComposeDeps, claim: NotificationClaim): Record<string, string> {
  return {
    'List-Unsubscribe': `<${unsubscribeButton(settings.appUrl, claim, now())}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

async function picturesOf(deps: ComposeDeps, claim: NotificationClaim): Promise<InlinePicture[]> {
  const shown = (await listEmailPictures(deps.db, claim.id, MOST_PICTURES)).filter(({ evaluationId }) =>
    claim.htmlContent.includes(`cid:${pictureCid(evaluationId)}`),
  );
  const pictures: InlinePicture[] = [];
  let size = 0;
  for (const picture of shown) {
    const bytes = await asJpeg(picture).catch(() => null);
    if (bytes === null) deps.log.warn({ notificationId: claim.id }, 'a picture could not be put into its mail');
    size += bytes?.length ?? 0;
    if (size > MOST_PICTURE_BYTES) break;
    if (bytes) pictures.push({ cid: pictureCid(picture.evaluationId), bytes, mediaType: 'image/jpeg' });
  }
  return pictures;
}

async function asJpeg({ bytes, mediaType }: EmailPicture): Promise<Uint8Array> {
  if (mediaType === 'image/jpeg') return bytes;
  // Loaded with the first picture that needs it: it is large, and native.
  const { default: sharp } = await import('sharp');
  return sharp(bytes).jpeg({ quality: JPEG_QUALITY }).toBuffer();
}
