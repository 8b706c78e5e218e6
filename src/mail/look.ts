/**
 * The look of every email. Mail programs know no variables, and some no style sheets: the light colours are written
 * into each element, and the dark ones are a style sheet that overrides them by class.
 */
export const FONT = 'Inter, ui-sans-serif, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';

/** The app's own colours (`src/ui/shell/theme.ts`), by what they are for. */
export const LIGHT = {
  page: '#f7f9f8',
  card: '#ffffff',
  line: '#e0e6e3',
  ink: '#141a18',
  quiet: '#55615c',
  link: '#106653',
  button: '#106653',
  onButton: '#ffffff',
  added: '#dcefe9',
  onAdded: '#0a4a3c',
  removed: '#ffe1d6',
  onRemoved: '#7d280f',
  tile: '#0c5545',
  bang: '#ff845e',
} as const;

export type Tone = keyof typeof LIGHT;

export const DARK: Record<Tone, string> = {
  page: '#131917',
  card: '#1a211f',
  line: '#2c3632',
  ink: '#dde4e1',
  quiet: '#9caaa4',
  link: '#7ccab4',
  button: '#1b7f67',
  onButton: '#ffffff',
  added: '#143d33',
  onAdded: '#b6ded3',
  removed: '#4a2115',
  onRemoved: '#ffc3ae',
  tile: '#0c5545',
  bang: '#ff845e',
};

/** One class for each use of a colour; the table within the body that react-email makes has none of its own. */
const RULES: readonly (readonly [selector: string, rule: string])[] = [
  ['.page, .page > table > tbody > tr > td', `background-color: ${DARK.page} !important`],
  ['.card', `background-color: ${DARK.card} !important; border-color: ${DARK.line} !important`],
  ['.line', `border-color: ${DARK.line} !important`],
  ['.ink', `color: ${DARK.ink} !important`],
  ['.quiet', `color: ${DARK.quiet} !important`],
  ['.link', `color: ${DARK.link} !important`],
  ['.button', `background-color: ${DARK.button} !important; border-color: ${DARK.button} !important`],
  ['.second', `background-color: ${DARK.card} !important; color: ${DARK.link} !important`],
  ['.second', `border-color: ${DARK.line} !important`],
  ['.added', `background-color: ${DARK.added} !important; color: ${DARK.onAdded} !important`],
  ['.removed', `background-color: ${DARK.removed} !important; color: ${DARK.onRemoved} !important`],
];

/** Outlook on the web marks what it turns dark itself, and knows no media query for it. */
function outlook(selector: string): string {
  return selector
    .split(', ')
    .map((one) => `[data-ogsc] ${one}`)
    .join(', ');
}

/** The style sheet of every email: room on narrow screens, and the dark colours. */
export const STYLES = [
  ':root { color-scheme: light dark; supported-color-schemes: light dark; }',
  '@media (max-width: 480px) { .room { padding: 20px !important; } .now { font-size: 24px !important; } }',
  `@media (prefers-color-scheme: dark) { ${RULES.map(([selector, rule]) => `${selector} { ${rule}; }`).join(' ')} }`,
  ...RULES.map(([selector, rule]) => `${outlook(selector)} { ${rule}; }`),
].join('\n');
