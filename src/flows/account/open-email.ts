import { listEmailPictures } from '@/db/email/email-pictures';
import { findEmail, listEmailEvents } from '@/db/email/inbox';
import { DomainError } from '@/domain/errors';
import { MOST_PICTURES } from '@/mail/gathered-words';
import { pictureCid } from '@/mail/picture-cid';
import type { Deps } from '../deps';

/**
 * An email of this person as its receiver gets it, with its pictures in place, and what the service told of it.
 * @throws DomainError `not_found` / `no_email`.
 */
export async function openEmail({ db }: Pick<Deps, 'db'>, { userId, id }: { userId: string; id: string }) {
  const email = await findEmail(db, userId, id);
  if (email === null) throw new DomainError('not_found', 'no_email', 'There is no such email.');
  const pictures = await listEmailPictures(db, id, MOST_PICTURES);
  const html = pictures.reduce((shown, { evaluationId, bytes, mediaType }) => {
    const address = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
    return shown.replaceAll(`cid:${pictureCid(evaluationId)}`, address);
  }, email.html);
  const events = await listEmailEvents(db, userId, id);
  return { ...email, html, events };
}
