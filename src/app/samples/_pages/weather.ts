import { CITIES, type City, type SampleValues } from '@/domain/sample-values';
import { html, pageResponse } from './html';

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
