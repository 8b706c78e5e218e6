declare global {
  interface Window {
    /** Of the script below. Takes the press out of a part of the page that has come alive; null where there is none. */
    takeEarlyPress?: (part: Element) => HTMLButtonElement | null;
  }
}

/**
 * Stands in the head, before any script that answers presses: keeps the button that was pressed last and that React had
 * not taken over, for ten seconds. What sends a form is left to the browser.
 */
export const KEEP_EARLY_PRESS = `(() => {
  let last = null;
  const isTaken = (button) => Object.keys(button).some((key) => key.startsWith('__reactProps'));
  addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button === null || isTaken(button) || (button.form && button.type === 'submit')) return;
    last = { button, until: performance.now() + 10_000 };
  }, true);
  window.takeEarlyPress = (part) => {
    if (last === null || !part.contains(last.button)) return null;
    const { button, until } = last;
    last = null;
    return performance.now() < until ? button : null;
  };
})()`;
