import { Decimal } from 'decimal.js';
import { CITIES, type City, type SampleValues, type TicketStatus } from '@/domain/sample-values';
import { dollars, html, jsonLd, pageResponse } from './html';

type Headphones = SampleValues['headphones'];

function productData({ inStock }: Headphones, price: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: 'Aurora One wireless headphones',
    brand: { '@type': 'Brand', name: 'Aurora' },
    sku: 'AUR-ONE-BLK',
    aggregateRating: { '@type': 'AggregateRating', ratingValue: '4.6', reviewCount: '1284' },
    offers: {
      '@type': 'Offer',
      price,
      priceCurrency: 'USD',
      availability: inStock ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
    },
  };
}

function offer(values: Headphones, price: string) {
  const payment = new Decimal(price).div(4).toDecimalPlaces(2, Decimal.ROUND_UP).toFixed(2);
  return html`<section class="offer" aria-label="Offer">
<p class="price">${values.onSale && html`<s class="was">${dollars(values.regularPrice)}</s> `}
<strong class="now">${dollars(price)}</strong></p>
${values.onSale && html`<p class="badge">Winter sale, while it lasts</p>`}
<p class="small">or 4 interest-free payments of ${dollars(payment)}</p>
<p class="${values.inStock ? 'stock yes' : 'stock no'}">
${values.inStock ? 'In stock, ships in 2 days' : 'Out of stock'}</p>
<p class="small">Free delivery on orders over $50.00. Returns within 30 days.</p>
</section>`;
}

const PICTURE = html`<svg class="picture" viewBox="0 0 320 320" role="img" aria-label="Black over-ear headphones">
<rect width="320" height="320" rx="14" fill="#f1ede6"/>
<path d="M78 196v-24a82 82 0 0 1 164 0v24" fill="none" stroke="#26262a" stroke-width="15" stroke-linecap="round"/>
<rect x="58" y="176" width="48" height="82" rx="22" fill="#26262a"/>
<rect x="214" y="176" width="48" height="82" rx="22" fill="#26262a"/>
<rect x="92" y="184" width="20" height="66" rx="10" fill="#55555c"/>
<rect x="208" y="184" width="20" height="66" rx="10" fill="#55555c"/>
</svg>`;

/** A product page with what makes real ones hard: variants, an old price, instalments, a threshold, related items. */
export function headphonesPage(values: Headphones): Response {
  const price = values.onSale ? values.salePrice : values.regularPrice;
  const body = html`<h1>Aurora One wireless headphones</h1>
<p class="small">★ 4.6 · 1,284 reviews · Item AUR-ONE-BLK</p>
<div class="two">
${PICTURE}
<div>
${offer(values, price)}
<h2>Models</h2>
<ul class="variants">
<li class="chosen"><span>Aurora One</span> <span>this item</span></li>
<li><span>Aurora One Lite</span> <span>$149.00</span></li>
<li><span>Aurora One Pro</span> <span>$449.00</span></li>
</ul>
</div>
</div>
<h2>What it does</h2>
<table>
<tr><th scope="row">Battery</th><td>38 hours</td></tr>
<tr><th scope="row">Weight</th><td>254 g</td></tr>
<tr><th scope="row">Bluetooth</th><td>5.4</td></tr>
<tr><th scope="row">Firmware</th><td>2.8.1</td></tr>
</table>
<h2>Goes well with it</h2>
<ul class="related">
<li>Aurora carry case <span>$29.00</span></li>
<li>Replacement ear cushions <span>$19.50</span></li>
<li>Aurora stand, walnut <span>$64.00</span></li>
</ul>`;
  return pageResponse({
    title: 'Aurora One wireless headphones | Lindqvist Audio',
    look: 'shop',
    site: 'Lindqvist Audio',
    head: jsonLd(productData(values, price)),
    body,
  });
}

const WORDS: Record<TicketStatus, string> = {
  on_sale: 'Tickets available',
  few_left: 'Only a few tickets left',
  sold_out: 'Sold out',
};

function evening(day: string, isoDate: string, status: TicketStatus, price: string) {
  return html`<tr>
<th scope="row"><time datetime="${isoDate}">${day}</time></th>
<td>Doors 19:00, music 20:00</td>
<td>from ${dollars(price)}</td>
<td class="${status === 'sold_out' ? 'stock no' : 'stock yes'}">${WORDS[status]}</td>
</tr>`;
}

/** Two evenings on one page, each with its own ticket status and price. */
export function concertPage(values: SampleValues['concert']): Response {
  const body = html`<h1>The Marlow Quartet</h1>
<p>Four voices, one hall, no microphones. The quartet comes home with the songs of their third record.</p>
<table>
<thead><tr><th scope="col">Evening</th><th scope="col">Time</th><th scope="col">Price</th>
<th scope="col">Tickets</th></tr></thead>
<tbody>
${evening('Friday 14 May 2027', '2027-05-14', values.friday, values.fridayPrice)}
${evening('Saturday 15 May 2027', '2027-05-15', values.saturday, values.saturdayPrice)}
</tbody>
</table>
<h2>Good to know</h2>
<p>Harbour Hall, 3 Quay Street. Step-free entrance on the water side. A booking fee of $2.50 is added
to each order.</p>`;
  return pageResponse({ title: 'The Marlow Quartet at Harbour Hall', look: 'hall', site: 'Harbour Hall', body });
}

/** A list that grows and shrinks, with its count in words. */
export function jobsPage({ jobs }: SampleValues['jobs']): Response {
  const count = jobs.length === 1 ? '1 open position' : `${jobs.length} open positions`;
  const list = html`<ul class="jobs">
${jobs.map(({ title, team, place }) => html`<li><h2>${title}</h2><p>${team} · ${place}</p></li>\n`)}</ul>`;
  const body = html`<h1>Work with us</h1>
<p>Fjordlight builds and keeps lighthouses. We are 140 people in 6 places.</p>
<p class="count">${jobs.length === 0 ? 'No open positions at the moment.' : count}</p>
${jobs.length > 0 && list}
<p class="small">Nothing for you? Write to us all the same; we read every letter.</p>`;
  return pageResponse({ title: 'Open positions | Fjordlight', look: 'jobs', site: 'Fjordlight', body });
}

const SKY: Record<City, { sky: string; wind: string; humidity: string }> = {
  Oslo: { sky: 'Light snow', wind: '3 m/s', humidity: '86 %' },
  Lisbon: { sky: 'Sunny', wind: '5 m/s', humidity: '61 %' },
  Nairobi: { sky: 'Partly cloudy', wind: '4 m/s', humidity: '58 %' },
  Sapporo: { sky: 'Snow', wind: '7 m/s', humidity: '90 %' },
  Winnipeg: { sky: 'Clear', wind: '2 m/s', humidity: '74 %' },
};

/** "−4 °C", with the typographic minus that weather pages use. */
function celsius(degrees: string): string {
  return `${degrees.replace('-', '−')} °C`;
}

/** A table in which the row says which city and the column which quantity. */
export function weatherPage(values: SampleValues['weather']): Response {
  const rows = CITIES.map((city) => {
    const { sky, wind, humidity } = SKY[city];
    return html`<tr><th scope="row">${city}</th><td>${celsius(values[city])}</td>
<td>${sky}</td><td>${wind}</td><td>${humidity}</td></tr>\n`;
  });
  const body = html`<h1>Weather now</h1>
<table>
<thead><tr><th scope="col">City</th><th scope="col">Temperature</th><th scope="col">Sky</th>
<th scope="col">Wind</th><th scope="col">Humidity</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
<p class="small">Measured at 2 metres above the ground by stations that do not exist.</p>`;
  return pageResponse({ title: 'Weather now | Five Cities', look: 'weather', site: 'Five Cities Weather', body });
}
