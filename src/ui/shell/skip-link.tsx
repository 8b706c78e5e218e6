/** The id of the page's <main>, where the skip link leads. */
export const MAIN_ID = 'main';

/** The first thing that a keyboard reaches: past the navigation. */
export function SkipLink() {
  return (
    <a className="skip-link" href={`#${MAIN_ID}`}>
      Skip to content
    </a>
  );
}
