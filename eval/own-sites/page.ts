import { z } from 'zod';

const Text = z.string().min(1);
const Rows = z.array(z.array(z.string()));
const Heading = { h: z.string().default('') };

/**
 * How a site writes money: `{n}` in `form` is the number, `digits` those after the decimal sign; what costs 1 where
 * money is euros costs `scale` here.
 */
const Money = z.object({
  form: Text,
  decimal: z.string(),
  thousand: z.string(),
  digits: z.number(),
  scale: z.number().default(1),
});
export type Money = z.infer<typeof Money>;

/** Made entries of a list: every name with every ending, in an order and at prices (least, most) that a seed tells. */
const Pool = z.object({ names: z.array(Text), ends: z.array(Text), prices: z.tuple([z.number(), z.number()]) });

const Product = z.object({
  t: z.literal('product'),
  name: Text,
  brand: Text,
  price: Text,
  /** As schema.org has it; left out where the site marks nothing. */
  offer: z.object({ amount: z.number(), currency: Text, availability: Text }).optional(),
  was: z.string().default(''),
  /** Per month, per kilogram, what is saved. */
  beside: z.array(Text).default([]),
  stars: z.string().default(''),
  count: z.string().default(''),
  stock: Text,
  delivery: z.array(Text).default([]),
  /** Name, price or nothing, state or nothing. */
  variants: z.object({ label: Text, options: Rows }).optional(),
  points: z.array(Text).default([]),
});
export type Product = z.infer<typeof Product>;

/** One part of a page, in the order in which it stands there; what is authored is shown as it is written here. */
const Block = z.discriminatedUnion('t', [
  Product,
  /** Label and value. */
  z.object({ t: z.literal('pairs'), ...Heading, rows: Rows }),
  z.object({ t: z.literal('table'), ...Heading, head: z.array(z.string()), rows: Rows }),
  /** Title, price, former price, badge, further line; then `fill` made ones. */
  z.object({ t: z.literal('cards'), ...Heading, items: Rows, fill: z.number().default(0), pool: Pool.optional() }),
  /** Title, badge, then a value for each key. */
  z.object({ t: z.literal('entries'), ...Heading, keys: z.array(Text), items: Rows }),
  /** Name, price, state, note. */
  z.object({ t: z.literal('offers'), ...Heading, items: Rows }),
  z.object({ t: z.literal('text'), ...Heading, p: z.array(Text) }),
  z.object({ t: z.literal('list'), ...Heading, items: z.array(Text) }),
  /** Author, date, text, line below; before the last one `fill` made ones of the given days of November 2026. */
  z.object({
    t: z.literal('posts'),
    ...Heading,
    items: Rows,
    fill: z.number().default(0),
    days: z.tuple([z.number(), z.number()]),
  }),
  /** Version, date, badge, then what is new. */
  z.object({ t: z.literal('releases'), ...Heading, items: Rows }),
  z.object({ t: z.literal('notice'), text: Text }),
  /** Made reviews. */
  z.object({ t: z.literal('reviews'), fill: z.number() }),
  /** Made teasers of other pages: goods on a shop's page, news on another's. */
  z.object({ t: z.literal('more'), fill: z.number() }),
]);
export type Block = z.infer<typeof Block>;

/** A page of ours: a line of pages.jsonl. */
export const OwnPage = z.object({
  id: Text,
  /** BCP 47, with the region: de-CH. */
  lang: Text,
  /** The kind of page. */
  kind: Text,
  /** Its host; nobody has it. */
  site: Text,
  path: Text,
  /** What the site calls itself. */
  name: Text,
  habit: z.enum(['bem', 'utility', 'semantic', 'hashed', 'bare']),
  menu: z.enum(['shop', 'site']),
  money: Money.optional(),
  crumbs: z.array(Text),
  h1: Text,
  blocks: z.array(Block).min(2),
});
export type OwnPage = z.infer<typeof OwnPage>;
