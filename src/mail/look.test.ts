import { describe, expect, it } from 'vitest';
import { cssVariables, theme } from '@/ui/shell/theme';
import { DARK, LIGHT, STYLES, type Tone } from './look';

/** What stands on what: words must be read on their ground, 4.5 to 1 at least. */
const PAIRS: readonly (readonly [words: Tone, ground: Tone])[] = [
  ['ink', 'card'],
  ['ink', 'page'],
  ['quiet', 'card'],
  ['quiet', 'page'],
  ['link', 'card'],
  ['link', 'page'],
  ['onButton', 'button'],
  ['onAdded', 'added'],
  ['onRemoved', 'removed'],
];

/** Relative luminance, and contrast, of WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('the colours of emails', () => {
  it.each(PAIRS)('%s can be read on %s, light and dark', (words, ground) => {
    expect(contrast(LIGHT[words], LIGHT[ground])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(DARK[words], DARK[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it("are the app's own", () => {
    const pine = theme.colors?.[theme.primaryColor ?? ''] ?? [];
    const shade = theme.primaryShade as { light: number; dark: number };
    expect([LIGHT.button, DARK.button]).toEqual([pine[shade.light], pine[shade.dark]]);
    const { light, dark } = cssVariables({} as Parameters<typeof cssVariables>[0]);
    for (const [own, names] of [
      [LIGHT, light],
      [DARK, dark],
    ] as const) {
      expect(own).toMatchObject({
        page: names['--surface-page'],
        card: names['--surface-card'],
        line: names['--line'],
        quiet: names['--mantine-color-dimmed'],
        link: names['--calm'],
      });
    }
  });

  it('are all overridden in the dark', () => {
    const kept = new Set(['tile', 'bang', 'onButton']);
    for (const [tone, colour] of Object.entries(DARK)) if (!kept.has(tone)) expect(STYLES).toContain(colour);
    expect(LIGHT.onButton).toBe(DARK.onButton);
  });
});
