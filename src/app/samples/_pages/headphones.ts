import { Decimal } from 'decimal.js';
import type { SampleValues } from '@/domain/sample-values';
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
