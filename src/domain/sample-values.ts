import { z } from 'zod';

/** A price as the sample shop's controls take it: "312" or "312.00", 0.01 to 99999.99. */
const Price = z
  .string()
  .trim()
  .regex(/^\d{1,5}(\.\d{2})?$/, 'Enter a price such as 312 or 312.00')
  .refine((price) => Number(price) > 0, 'Enter a price above 0')
  .transform((price) => (price.includes('.') ? price : `${price}.00`));

const TicketStatus = z.enum(['on_sale', 'few_left', 'sold_out'], 'Choose one of the three');
export type TicketStatus = z.infer<typeof TicketStatus>;

const line = (what: string) => z.string().trim().min(1, `Enter ${what}`).max(80, 'At most 80 characters');

const Job = z.strictObject({ title: line('a title'), team: line('a team'), place: line('a place') });

const Temperature = z
  .string()
  .trim()
  .regex(/^-?\d{1,2}$/, 'Enter whole degrees, for example -4')
  .transform((degrees) => String(Number(degrees)));

/** The cities of the weather table, in its order. */
export const CITIES = ['Oslo', 'Lisbon', 'Nairobi', 'Sapporo', 'Winnipeg'] as const;
export type City = (typeof CITIES)[number];

const Version = z
  .string()
  .trim()
  .regex(/^\d{1,2}\.\d{1,2}(\.\d{1,2})?$/, 'Enter a version such as 4.3 or 4.3.1');

const Day = z.iso.date('Enter a day such as 2027-03-12');

const FerryStatus = z.enum(['on_time', 'delayed', 'cancelled'], 'Choose one of the three');
export type FerryStatus = z.infer<typeof FerryStatus>;

const Notice = z.string().trim().min(1, 'Enter a notice').max(300, 'At most 300 characters');

/** What a visitor may change on each page of the sample shop. Prices are US dollars, temperatures whole °C. */
export const SAMPLE_SCHEMAS = {
  headphones: z.strictObject({ salePrice: Price, regularPrice: Price, onSale: z.boolean(), inStock: z.boolean() }),
  concert: z.strictObject({ friday: TicketStatus, saturday: TicketStatus, fridayPrice: Price, saturdayPrice: Price }),
  jobs: z.strictObject({ jobs: z.array(Job).max(20, 'At most 20 jobs') }),
  weather: z.strictObject({
    Oslo: Temperature,
    Lisbon: Temperature,
    Nairobi: Temperature,
    Sapporo: Temperature,
    Winnipeg: Temperature,
  }),
  releases: z.strictObject({ version: Version }),
  museum: z.strictObject({ opens: Day }),
  ferry: z.strictObject({ status: FerryStatus, notice: Notice }),
} as const;

export type SampleSection = keyof typeof SAMPLE_SCHEMAS;
export type SampleValues = { [Section in SampleSection]: z.infer<(typeof SAMPLE_SCHEMAS)[Section]> };

/** What the shop shows until somebody changes it. */
export const SAMPLE_DEFAULTS: SampleValues = {
  headphones: { salePrice: '312.00', regularPrice: '379.00', onSale: true, inStock: true },
  concert: { friday: 'sold_out', saturday: 'on_sale', fridayPrice: '64.50', saturdayPrice: '72.00' },
  jobs: {
    jobs: [
      { title: 'Instrument maker', team: 'Workshop', place: 'Bergen' },
      { title: 'Night-shift keeper', team: 'Lighthouse', place: 'Ardal Point' },
      { title: 'Bookkeeper, part time', team: 'Office', place: 'Remote' },
    ],
  },
  weather: { Oslo: '-4', Lisbon: '17', Nairobi: '24', Sapporo: '-7', Winnipeg: '-12' },
  releases: { version: '4.3.0' },
  museum: { opens: '2027-03-12' },
  ferry: {
    status: 'delayed',
    notice: 'The crossing at 17:30 takes no cars until Sunday. Foot passengers and bicycles travel as usual.',
  },
};

/** What a stored value says, or the default where it is missing or from an older shape. */
export function readSection<Section extends SampleSection>(section: Section, stored: unknown): SampleValues[Section] {
  const parsed = SAMPLE_SCHEMAS[section].safeParse(stored);
  return parsed.success ? (parsed.data as SampleValues[Section]) : SAMPLE_DEFAULTS[section];
}
