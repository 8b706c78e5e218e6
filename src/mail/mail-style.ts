/** The look of every mail. Mail programs know no style sheets and no variables, so it is written into each element. */
export const FONT = 'Inter, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif';
export const INK = '#1b1f2a';
export const QUIET = '#5b6475';

/** The app's own colour (`src/ui/shell/theme.ts`, pine 8), under white words. */
export const BUTTON = { backgroundColor: '#106653', color: '#ffffff', borderRadius: 8, padding: '12px 18px' };
