import classes from './mail-frame.module.css';

/** Its links open tabs of their own, which are no frames and know nothing of this page. */
const withLinksOutside = (html: string) => `<base target="_blank">${html}`;

/** A mail as it looks. Its links work; scripts, forms and the page around are out of its reach. */
export function MailFrame({ subject, html }: { subject: string; html: string }) {
  return (
    <iframe
      className={classes.frame}
      title={`Mail: ${subject}`}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={withLinksOutside(html)}
    />
  );
}
