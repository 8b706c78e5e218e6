import type { SampleValues, TicketStatus } from '@/domain/sample-values';
import { dollars, html, pageResponse } from './html';

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
