import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Calm: the product's own colour. Shade 8 on white is 6.4 : 1. */
const pine: MantineColorsTuple = [
  '#eef8f5',
  '#dcefe9',
  '#b6ded3',
  '#8bccbb',
  '#66bca6',
  '#4cb196',
  '#2f9c80',
  '#1b7f67',
  '#106653',
  '#0a4a3c',
];

/** Attention: alerts and the mark in the name, nothing else. Shade 8 on white is 6.3 : 1. */
const ember: MantineColorsTuple = [
  '#fff2ed',
  '#ffe1d6',
  '#ffc3ae',
  '#ffa184',
  '#ff845e',
  '#fb6e43',
  '#ec5729',
  '#c7421a',
  '#a53513',
  '#7d280f',
];

const gray: MantineColorsTuple = [
  '#f7f9f8',
  '#eff2f1',
  '#e3e8e6',
  '#d3dad7',
  '#b9c3bf',
  '#95a19c',
  '#67736e',
  '#4a5551',
  '#323b38',
  '#1a211f',
];

const dark: MantineColorsTuple = [
  '#dde4e1',
  '#b8c3be',
  '#96a29d',
  '#6a7671',
  '#38433f',
  '#2a3330',
  '#1d2422',
  '#131917',
  '#0e1311',
  '#090d0b',
];

export const theme = createTheme({
  colors: { pine, ember, gray, dark },
  primaryColor: 'pine',
  // White on either is above 4.9 : 1.
  primaryShade: { light: 8, dark: 7 },
  black: '#141a18',
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: "'Inter Variable', ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.75rem', lineHeight: '1.2' } } },
  respectReducedMotion: true,
  // By name alone: `Menu.extend` would bring menus, and what places them, into every page.
  components: {
    Button: { defaultProps: { fw: 550 } },
    Card: { defaultProps: { withBorder: true, padding: 'lg', radius: 'lg' } },
    // The placeholder is a child that a menu may not have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // Not the head of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    // A close button without words is a button without a name.
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
  },
});

/** White on it is above 5 : 1, also in dark, where Mantine takes a paler one. */
const RED = { '--mantine-color-red-filled': '#c92a2a', '--mantine-color-red-filled-hover': '#b02525' };

/**
 * Mantine's dimmed text is too pale for AA on our greys; surfaces get names so that pages need no colour of their own.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--page-width': '72rem' },
  light: {
    ...RED,
    '--mantine-color-dimmed': '#55615c',
    '--mantine-color-error': '#b3261e',
    '--surface-page': '#f7f9f8',
    '--mantine-color-placeholder': '#66726c',
    '--surface-card': '#ffffff',
    '--line': '#e0e6e3',
    // Above 3 : 1 on a card: what can be pressed or written in is seen without its words.
    '--control-line': '#85918b',
    '--mark': '#fff1c2',
    '--mark-line': '#e2b93b',
    '--attention': '#8a5a00',
    '--calm': '#106653',
  },
  dark: {
    ...RED,
    '--mantine-color-dimmed': '#9caaa4',
    '--mantine-color-error': '#ff8a80',
    // Mantine's own is the colour of our cards.
    '--mantine-color-disabled': '#2a3330',
    '--surface-page': '#131917',
    '--mantine-color-placeholder': '#8f9c96',
    '--mantine-color-pine-light': '#23423a',
    '--mantine-color-pine-light-hover': '#2b5146',
    '--surface-card': '#1a211f',
    '--line': '#2c3632',
    '--control-line': '#6b7872',
    '--mark': '#4a3c10',
    '--mark-line': '#b58f22',
    '--attention': '#f2bd52',
    '--calm': '#7ccab4',
  },
});
