import { describe, expect, it } from 'vitest';
import { SAMPLE_DEFAULTS } from '@/domain/sample-values';
import { controlsPage } from './controls';
import { dollars, html, jsonLd } from './html';
import { concertPage, headphonesPage, jobsPage, weatherPage } from './pages';

describe('html', () => {
  it('escapes values, keeps markup of its own, leaves out null and false', () => {
    const item = html`<li>${'<script>"x"</script>'}</li>`;
    expect(html`<ul>${[item, item]}${null}${false}${0}</ul>`.text).toBe(
      `<ul>${'<li>&lt;script&gt;&quot;x&quot;&lt;/script&gt;</li>'.repeat(2)}0</ul>`,
    );
  });

  it('lets no value end the data block', () => {
    expect(jsonLd({ name: '</script><b>' }).text).not.toMatch(/<\/script><b>/);
  });
});

it.each([
  ['312.00', '$312.00'],
  ['1299.50', '$1,299.50'],
  ['99999.99', '$99,999.99'],
  ['0.50', '$0.50'],
])('writes %s as %s', (amount, shown) => expect(dollars(amount)).toBe(shown));

describe('the pages', () => {
  it('shows the regular price alone when there is no sale, also to machines', async () => {
    const text = await headphonesPage({ ...SAMPLE_DEFAULTS.headphones, onSale: false, inStock: false }).text();
    expect(text).toContain('<strong class="now">$379.00</strong>');
    expect(text).not.toMatch(/312|Winter sale/);
    expect(text).toContain('"price":"379.00"');
    expect(text).toContain('https://schema.org/OutOfStock');
  });

  it('rounds an instalment up to the cent', async () => {
    const text = await headphonesPage({ ...SAMPLE_DEFAULTS.headphones, salePrice: '0.01' }).text();
    expect(text).toContain('4 interest-free payments of $0.01');
  });

  it('counts positions in words', async () => {
    const [first] = SAMPLE_DEFAULTS.jobs.jobs;
    expect(await jobsPage({ jobs: [] }).text()).toContain('No open positions at the moment.');
    expect(await jobsPage({ jobs: [first!] }).text()).toContain('1 open position<');
    expect(await jobsPage(SAMPLE_DEFAULTS.jobs).text()).toContain('3 open positions');
  });

  it('writes temperatures with a real minus, and each evening with its own status', async () => {
    expect(await weatherPage(SAMPLE_DEFAULTS.weather).text()).toContain('<td>−4 °C</td>');
    expect(await concertPage(SAMPLE_DEFAULTS.concert).text()).toMatch(
      /Friday[\s\S]*Sold out[\s\S]*Saturday[\s\S]*available/,
    );
  });

  it('escapes what a visitor typed, and answers a refusal with 400', async () => {
    const jobs = { jobs: [{ title: '<b>', team: '"', place: "'" }] };
    const response = controlsPage({ ...SAMPLE_DEFAULTS, jobs }, { kind: 'refused', messages: ['<i>'] });
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(text).not.toMatch(/<b>|<i>/);
    expect(response.headers.get('x-robots-tag')).toMatch(/noindex/);
  });
});
