/**
 * Class names that by wide convention hide an element. Used only where the page's own sheets are not at hand (they
 * are linked, and a cheap look does not load them). Sources: Bootstrap, Tailwind, WordPress, Foundation, large shops.
 */
const FOR_SCREEN_READERS = new Set(
  (
    'sr-only visually-hidden visuallyhidden visually-hidden-focusable screen-reader-text screen-reader-only ' +
    'screenreader-only show-for-sr a-offscreen offscreen off-screen element-invisible u-visually-hidden ' +
    'assistive-text accessibly-hidden a11y-hidden'
  ).split(' '),
);
const GONE = new Set(
  'hidden d-none is-hidden u-hidden hide display-none dn uk-hidden element-hidden aok-hidden'.split(' '),
);

/** Shown again on a wide screen: "hidden md:block", "d-none d-lg-flex". */
const SHOWN_WIDE = new RegExp(
  '^(?:(?:sm|md|lg|xl):(?:block|flex|grid|inline(?:-block|-flex)?|table(?:-cell|-row)?|contents)|' +
    'd-(?:sm|md|lg|xl)-(?!none)[a-z-]{4,20})$',
);
/** Hidden on a wide screen only: the version for phones. */
const GONE_WIDE = new RegExp(
  '^(?:(?:sm|md|lg|xl):hidden|d-(?:sm|md|lg|xl)-none|hidden-(?:desktop|lg|md)|mobile-only|visible-xs|' +
    'hide-for-(?:large|medium)|show-for-small-only)$',
);

/** Whether the classes hide the element on a wide screen. `known`: a sheet of the page itself speaks of the class. */
export function hiddenByClass(classes: string[], known: (name: string) => boolean): boolean {
  let hidden = false;
  for (const name of classes) {
    if (known(name)) continue;
    if (FOR_SCREEN_READERS.has(name) || GONE.has(name) || GONE_WIDE.test(name)) hidden = true;
    if (SHOWN_WIDE.test(name)) return false;
  }
  return hidden;
}
