import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAvailability, parseAvailability } from './availability';
import { parseBoolean } from './yes-no';

const CAN = [
  'In stock', 'Available now', 'Only 2 left in stock - order soon', '12 available', 'Availability: Yes', 'Stock: 5',
  'On sale now', 'On sale since 12 March', 'Why not? Available now', 'Tickets on sale now', '3 of 5 copies available',
  'Limited availability', 'Almost sold out', 'Ships in 2 days', 'No longer sold out', 'Back in stock!', 'Not sold out',
  'Add to cart',
  'nur noch 3 auf Lager', 'Sofort lieferbar', 'Nicht mehr ausverkauft', 'Wieder lieferbar', 'Fast ausverkauft',
  'Noch 4 Plätze frei', 'Verfügbar',
  'En stock', 'Disponible immédiatement', 'Plus que 3 en stock', 'Dernières pièces', 'Il reste 2 places',
  'Disponible', 'Quedan 5 unidades', 'Hay existencias', 'Últimas entradas', 'Ya no está agotado',
  'Em estoque', 'Disponível', 'Restam 3 unidades', 'Quase esgotado',
  'Disponibile', 'Disponibilità immediata', 'Ultimi pezzi', 'Non più esaurito',
  'Op voorraad', 'Direct leverbaar', 'Laatste stuks', 'Niet meer uitverkocht',
  'Lieferzeit 2-3 Werktage', 'Morgen in huis', 'Add to your basket', 'To trolley', 'No minimum order. Available now',
  '在庫あり', '残りわずか', '残り3点', '販売中', '空席あり', '在庫：○', 'I lager', 'Dostępny', '有货', 'в наличии',
]; // biome-ignore format: a list

const CANNOT = [
  'Sold out', 'SOLD-OUT', 'Out of stock', 'Currently unavailable', 'Not available', 'Not currently in stock',
  'isn’t available', '0 in stock', 'Stock: 0', 'Availability: no',
  'No tickets available', 'No vacancies', 'Pre-order now', 'On backorder', 'Notify me when available',
  'Notify me when back in stock', 'We will email you when it’s back in stock',
  'Coming soon', 'On sale soon', 'Tickets on sale Friday 10am', 'On sale 12 March', 'Available from 12 December',
  'Checked out', '0 of 5 copies available', 'Join the waitlist', 'Fully booked', 'No longer available',
  'Not yet back in stock',
  'Currently unavailable. We don’t know when or if this item will be back in stock.', 'Add to cart – sold out',
  'Discontinued',
  'Ausverkauft', 'Leider nicht auf Lager', 'Derzeit nicht verfügbar', 'Vergriffen', 'Bald wieder lieferbar',
  'Lieferbar ab 12.12.2026', 'Nicht mehr lieferbar', 'Warteliste', 'Ausgeliehen',
  'Épuisé', 'Non disponible', 'En vente le 12 mai', 'Pas encore en rayon', 'En rupture de stock', 'Pas disponible',
  'Plus disponible', 'Indisponible', 'Bientôt disponible', 'N’est plus en stock', 'Précommande',
  'Agotado', 'Sin stock', 'No disponible', 'Agotadas', 'Próximamente', 'Avísame cuando esté disponible',
  'Esgotado', 'Indisponível', 'Fora de estoque', 'Não disponível', 'Avise-me quando chegar',
  'Esaurito', 'Non disponibile', 'Non è più disponibile', 'Disponibile dal 3 maggio', 'Prossimamente',
  'Uitverkocht', 'Niet op voorraad', 'Niet leverbaar', 'Binnenkort leverbaar',
  'Aucune offre n’est disponible', 'Aucun vendeur ne sont actuellement disponibles', 'Ne peut pas être commandé',
  'Artikel kann derzeit nicht gekauft werden', 'Steht derzeit nicht zur Verfügung', 'Keine Termine mehr verfügbar',
  'Derzeit gibt es keine Verkäufer, die liefern können', 'Sobald der Artikel lieferbar ist',
  'This clinic does not have any slots available', 'No delivery slots are available', 'When this item is available',
  'As soon as stock is available', 'Only available to buy when in stock', 'More on order', 'Cannot currently be bought',
  'No hay ofertas disponibles', 'No se puede comprar', 'Cuando vuelva a estar disponible', 'Ninguna talla disponible',
  'Nessuna offerta disponibile', 'Non può essere acquistato', 'Nenhum vendedor disponível', 'Não há vagas disponíveis',
  'Geen aanbiedingen beschikbaar', 'Kan momenteel niet worden besteld', 'Tidak tersedia', 'Pre-ordini aperti',
  '在庫切れ', '売り切れ', '売切れました', '完売', '品切れ中', '入荷待ち', '再入荷のお知らせ', '満席', '予約受付中', 'Slutsåld', 'Brak w magazynie', '缺货',
  'нет в наличии', '품절',
]; // biome-ignore format: a list

describe('parseAvailability', () => {
  it.each(CAN)('can be had: %s', (text) => {
    expect(parseAvailability(text)?.available).toBe(true);
  });

  it.each(CANNOT)('cannot be had: %s', (text) => {
    expect(parseAvailability(text)?.available).toBe(false);
  });

  it.each([
    'Keine Angebote mehr verpassen',
    'Do you currently have any questions?',
    'Free shipping on orders',
    '',
    'Hello',
    'Hello world',
    'Free shipping',
    'Stockholm',
    'Reviews (12)',
    'unavailableness',
    'livestock',
  ])('says nothing: %j', (text) => {
    expect(parseAvailability(text)).toBeNull();
  });

  it('quotes the words that say so', () => {
    const text = 'WH-1000XM6\u00a0– Not\u00a0available in your country';
    const said = parseAvailability(text);
    expect(said?.quote).toBe('Not\u00a0available');
    expect(text.slice(said?.span.start, said?.span.end)).toBe(said?.quote);
  });

  it('finds each statement in order', () => {
    expect(
      findAvailability('Black: in stock. Silver: sold out. Red: 3 left').map(({ available }) => available),
    ).toEqual([true, false, true]);
  });
});

describe('parseBoolean', () => {
  it.each([
    ['Yes', true],
    ['はい', true],
    ['✓', true],
    ['Open', true],
    ['Status: open', true],
    ['In stock', true],
    ['No', false],
    ['Nein.', false],
    ['✗', false],
    ['Closed', false],
    ['sold out', false],
    ['maybe', null],
    ['Yesterday', null],
    ['', null],
  ])('%s', (text, answer) => {
    expect(parseBoolean(text)).toBe(answer);
  });
});

it('survives any text, quickly', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(fc.constantFrom(...CAN, ...CANNOT, ' ', 'not', 'no')).map((all) => all.join(' ')),
      ),
      (text) => {
        for (const { span, quote } of findAvailability(text)) expect(text.slice(span.start, span.end)).toBe(quote);
      },
    ),
  );
  for (const piece of ['notify me ', 'not ', 'derzeit ', 'no longer currently ', '12 ', 'zodra ', 'a']) {
    const started = process.cpuUsage();
    findAvailability(piece.repeat(100_000 / piece.length));
    // CPU time, since other tests run at the same time; a quadratic scan takes minutes.
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(5_000);
  }
}, 30_000);
