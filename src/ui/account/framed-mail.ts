/** Links open tabs of their own, which are no frames and know nothing of the page around. */
const BASE = '<base target="_blank">';
const HEAD = /<head\b[^>]*>/i;

/**
 * The HTML of a mail for a frame of our page, whose policy it inherits: its style sheet gets the page's nonce, or it
 * would count for nothing. Before the doctype nothing may stand: it would be laid out as pages were in the nineties.
 */
export function framedMail(html: string, nonce: string | undefined): string {
  const framed = HEAD.test(html) ? html.replace(HEAD, (head) => head + BASE) : BASE + html;
  return nonce ? framed.replace(/<style(?=[\s>])/gi, (tag) => `${tag} nonce="${nonce}"`) : framed;
}
