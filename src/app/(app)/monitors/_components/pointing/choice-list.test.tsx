import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ChoiceList } from './choice-list';
import { PagePicture } from './page-picture';
import type { Page, Pointing } from './use-pointing';

const candidate = (number: number, y: number): Page['candidates'][number] => ({
  number,
  value: { type: 'number', number: String(number), unit: 'USD' },
  quote: `$${number}.00`,
  label: `Row ${number}`,
  span: { start: 0, end: 1 },
  box: { x: 320, y, width: 64, height: 20 },
  probability: null,
});
const pointing: Pointing = {
  marked: { candidate: 2 },
  mark: () => undefined,
  texts: [],
  isLoading: false,
  text: null,
  take: () => undefined,
  canTake: true,
  pending: false,
  failure: null,
};
const SHOWN = [candidate(1, 100), candidate(2, 450), candidate(3, 2_000)];
const rendered = (what: React.ReactNode) => renderToStaticMarkup(<MantineProvider>{what}</MantineProvider>);

it('says as a list of radio buttons what the picture shows, the marked one checked', () => {
  const html = rendered(<ChoiceList shown={SHOWN} more={2} onMore={() => undefined} pointing={pointing} />);
  expect(html.match(/type="radio"/g)).toHaveLength(4);
  expect(html.match(/checked=""/g)).toHaveLength(1);
  for (const words of ['$2.00', 'Row 2', 'Show 2 more', 'None of these']) expect(html).toContain(words);
});

it('frames what stands on the picture, in its measure whatever its size', () => {
  const picture = { url: '/api/previews/x/picture', width: 1_280, height: 900 };
  const html = rendered(<PagePicture picture={picture} shown={SHOWN} pointing={pointing} />);
  expect(html.match(/data-testid="frame-/g)).toHaveLength(2);
  expect(html).toContain('left:25%;top:50%;width:5%');
});

it('puts the numbers of values in one text beside each other', () => {
  const picture = { url: '/api/previews/x/picture', width: 1_280, height: 900 };
  const shown = [candidate(1, 100), candidate(2, 100), candidate(3, 200)];
  const html = rendered(<PagePicture picture={picture} shown={shown} pointing={pointing} />);
  expect(html.match(/--before:\d/g)).toEqual(['--before:0', '--before:1', '--before:0']);
});
