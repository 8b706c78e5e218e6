import type { FailureOutcome } from '@/domain/outcome';

/** One answer of a site, and what it has to be taken for. All pages are written for these tests. */
export interface WallCase {
  id: string;
  /** null: a page that is read. */
  outcome: FailureOutcome | null;
  html: string;
  status?: number;
  headers?: Record<string, string>;
  url?: string;
  finalUrl?: string;
}

function html(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

const MENU = [
  'Home',
  'Women',
  'Men',
  'Kids',
  'Sale',
  'Stores',
  'Blog',
  'Help',
  'Contact',
  'Imprint',
  'Privacy',
  'Careers',
]
  .map((name) => `<li><a href="/${name.toLowerCase()}">${name}</a></li>`)
  .join('');
const SHOP_FRAME = (main: string) =>
  `<header><nav><ul>${MENU}</ul></nav><form action="/search"><input name="q"></form></header><main>${main}</main>` +
  `<footer><ul>${MENU}${MENU}</ul><p>Free delivery on orders over 50 euros. Returns within thirty days of delivery, at no cost, by post or in any of our stores.</p></footer>`;
const PARAGRAPH =
  'The committee met for a third time on Thursday and agreed to look at the matter once more in spring, when the figures of the winter are known and the new members have had time to read what was written before.';
const ARTICLE = (title: string, text: string) =>
  html(`${title} | The Example Post`, `<article><h1>${title}</h1>${`<p>${text} ${PARAGRAPH}</p>`.repeat(8)}</article>`);
const PRODUCT_LD =
  '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Kettle","offers":{"@type":"Offer","price":"39.00"}}</script>';

export const FAILING: WallCase[] = [
  // Challenges of protection services.
  {
    id: 'cloudflare challenge',
    outcome: 'blocked',
    status: 403,
    headers: { 'cf-mitigated': 'challenge', server: 'cloudflare' },
    html: html(
      'Just a moment...',
      '<h1>shop.example</h1><p>Verify you are human by completing the action below.</p><div class="cf-turnstile"></div><p>shop.example needs to review the security of your connection before proceeding.</p><p>Ray ID: 8f3a2b1c4d5e6f70</p>',
      '<script>window._cf_chl_opt={cType:"managed"};</script>',
    ),
  },
  {
    id: 'challenge with status 200',
    outcome: 'blocked',
    html: html(
      'Just a moment…',
      '<noscript>Enable JavaScript and cookies to continue</noscript>',
      '<script>window._cf_chl_opt = {}</script>',
    ),
  },
  {
    id: 'challenge in German',
    outcome: 'blocked',
    html: html('Nur einen Moment…', '<h1>laden.example</h1><p>Bestätigen Sie, dass Sie ein Mensch sind.</p>'),
  },
  {
    id: 'challenge in French',
    outcome: 'blocked',
    html: html('Un instant…', '<p>Vérification de la sécurité en cours</p>'),
  },
  {
    id: 'challenge in Japanese',
    outcome: 'blocked',
    html: html('しばらくお待ちください...', '<p>人間であることを確認します。</p>'),
  },
  { id: 'header alone', outcome: 'blocked', status: 202, headers: { 'x-amzn-waf-action': 'challenge' }, html: '' },
  {
    id: 'checking your browser',
    outcome: 'blocked',
    status: 503,
    html: html(
      'shop.example',
      '<h1>Checking your browser before accessing shop.example.</h1><p>This process is automatic.</p>',
    ),
  },
  {
    id: 'blocked by security service',
    outcome: 'blocked',
    status: 403,
    html: html(
      'Attention Required! | Cloudflare',
      '<h1>Sorry, you have been blocked</h1><h2>You are unable to access shop.example</h2>',
    ),
  },
  {
    id: 'blocked with status 200',
    outcome: 'blocked',
    html: html(
      'Shop',
      '<h1>Sorry, you have been blocked</h1><p>This website is using a security service to protect itself from online attacks.</p>',
    ),
  },
  {
    id: 'edge denial with reference',
    outcome: 'blocked',
    status: 403,
    html: html(
      'Access Denied',
      '<h1>Access Denied</h1>You don\'t have permission to access "http&#58;&#47;&#47;shop.example&#47;" on this server.<p>Reference&#32;&#35;18&#46;2d3c1402',
    ),
  },
  {
    id: 'edge denial with status 200',
    outcome: 'blocked',
    html: html(
      'Access Denied',
      "<h1>Access Denied</h1><p>You don't have permission to access this page.</p><p>Reference #18.2d3c1402.1700000000</p>",
    ),
  },
  {
    id: 'pardon our interruption',
    outcome: 'blocked',
    html: html(
      'Pardon Our Interruption',
      '<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you were a bot.</p>',
    ),
  },
  {
    id: 'unusual traffic',
    outcome: 'blocked',
    status: 429,
    html: html('Search', '<p>Our systems have detected unusual traffic from your computer network.</p>'),
  },
  {
    id: 'unusual traffic with status 200',
    outcome: 'blocked',
    html: html(
      'Search',
      '<p>Our systems have detected unusual traffic from your computer network. This page checks that it is really you.</p><div class="g-recaptcha"></div>',
    ),
  },
  {
    id: 'robot or human',
    outcome: 'blocked',
    html: html('Robot or human?', '<h1>Robot or human?</h1><p>Activate and hold the button to confirm.</p>'),
  },
  {
    id: 'press and hold',
    outcome: 'blocked',
    html: html(
      'Shop',
      '<div id="px-captcha"></div><p>Press &amp; Hold to confirm you are a human (and not a bot).</p>',
    ),
  },
  {
    id: 'characters to type',
    outcome: 'blocked',
    html: html(
      'Shop.example',
      '<h4>Enter the characters you see below</h4><p>Sorry, we just need to make sure you\'re not a robot.</p><form><img src="c.jpg"><input name="field"><button>Continue</button></form>',
    ),
  },
  {
    id: 'script captcha host',
    outcome: 'blocked',
    html: html(
      'shop.example',
      '<p>Please enable JS and disable any ad blocker</p>',
      '<script src="https://ct.captcha-delivery.com/c.js"></script>',
    ),
  },
  {
    id: 'captcha host only',
    outcome: 'blocked',
    html: html('shop.example', '', '<script src="https://geo.captcha-delivery.com/captcha/?x=1"></script>'),
  },
  {
    id: 'incident id',
    outcome: 'blocked',
    html: html(
      '',
      '<iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=1">Request unsuccessful. Incapsula incident ID: 123-456</iframe>',
    ),
  },
  {
    id: 'rejected url',
    outcome: 'blocked',
    html: html(
      'Request Rejected',
      'The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1234567890',
    ),
  },
  {
    id: 'only a captcha',
    outcome: 'blocked',
    html: html(
      'shop.example',
      '<p>One more step before you go on.</p><form method="post"><div class="h-captcha" data-sitekey="x"></div><button>Continue</button></form>',
    ),
  },
  { id: 'human check in Spanish', outcome: 'blocked', html: html('Tienda', '<h2>Verifica que no eres un robot</h2>') },
  {
    id: 'human check in Portuguese',
    outcome: 'blocked',
    html: html('Loja', '<p>Confirme que você não é um robô para continuar.</p>'),
  },
  {
    id: 'human check in Italian',
    outcome: 'blocked',
    html: html('Negozio', '<p>Verifica di non essere un robot.</p>'),
  },
  { id: 'human check in Dutch', outcome: 'blocked', html: html('Winkel', '<p>Bevestig dat je een mens bent.</p>') },
  { id: 'too many requests', outcome: 'blocked', html: html('429 Too Many Requests', '<h1>Too Many Requests</h1>') },
  {
    id: 'status 429',
    outcome: 'blocked',
    status: 429,
    headers: { 'retry-after': '120' },
    html: html('Error', 'slow down'),
  },
  {
    id: 'status 403',
    outcome: 'blocked',
    status: 403,
    html: html('Shop', SHOP_FRAME('<h1>Kettle</h1><p>$39.00 In stock</p>')),
  },
  {
    id: 'status 403 with sold out text',
    outcome: 'blocked',
    status: 403,
    html: html('Tickets', '<p>Out of stock</p>'),
  },
  { id: 'status 451', outcome: 'blocked', status: 451, html: html('Unavailable', 'Unavailable for legal reasons') },
  {
    id: 'country wall',
    outcome: 'blocked',
    html: html('Sorry', '<h1>Sorry!</h1><p>Our website is currently not available in your country.</p>'),
  },
  {
    id: 'country wall of newspapers',
    outcome: 'blocked',
    html: html(
      'The Daily Example',
      '<p>Unfortunately, our website is currently unavailable in most European countries.</p>',
    ),
  },
  {
    id: 'consent page',
    outcome: 'blocked',
    url: 'https://video.example/watch',
    finalUrl: 'https://consent.google.com/m?continue=x',
    html: html(
      'Before you continue to Search',
      '<h1>Before you continue</h1><button>Reject all</button><button>Accept all</button>',
    ),
  },

  // Logins.
  { id: 'status 401', outcome: 'login_required', status: 401, html: html('Unauthorized', '401') },
  {
    id: 'login form',
    outcome: 'login_required',
    html: html(
      'Sign in | Example',
      '<h1>Sign in</h1><form><input type="email"><input type="password"><button>Sign in</button></form>',
    ),
  },
  {
    id: 'login form in German',
    outcome: 'login_required',
    html: html(
      'Anmelden',
      '<form><label>E-Mail <input type="email"></label><label>Passwort <input type="password"></label></form>',
    ),
  },
  {
    id: 'sent to login',
    outcome: 'login_required',
    url: 'https://app.example/orders/17',
    finalUrl: 'https://app.example/login?next=/orders/17',
    html: html('Example', '<h2>Welcome</h2><form><input type="email" name="user"><button>Next</button></form>'),
  },
  {
    id: 'sent to another host',
    outcome: 'login_required',
    url: 'https://app.example/orders',
    finalUrl: 'https://accounts.example/v3',
    html: html('Example ID', '<h2>Use your Example ID</h2><form><input type="email"><input type="password"></form>'),
  },
  {
    id: 'demand without form',
    outcome: 'login_required',
    html: html(
      'Members',
      '<h1>Members area</h1><p>You must be logged in to view this page.</p><a href="/login">Log in</a>',
    ),
  },
  {
    id: 'shop behind a password',
    outcome: 'login_required',
    url: 'https://shop.example/products/cup',
    finalUrl: 'https://shop.example/password',
    html: html(
      'Shop – Opening soon',
      '<h1>Opening soon</h1><p>Enter store using password</p><form><input type="password"></form>',
    ),
  },

  // Pages that are not there.
  { id: 'status 404', outcome: 'not_found', status: 404, html: html('Shop', SHOP_FRAME('<h1>Sorry</h1>')) },
  { id: 'status 410', outcome: 'not_found', status: 410, html: '' },
  {
    id: 'soft 404 with the whole shop around',
    outcome: 'not_found',
    html: html(
      'Page not found – Shop',
      SHOP_FRAME('<h1>Page not found</h1><p>The page you are looking for may have been moved.</p>'),
    ),
  },
  { id: 'soft 404 with number', outcome: 'not_found', html: html('404', '<h1>404</h1><p>Oops.</p>') },
  {
    id: 'soft 404 informal',
    outcome: 'not_found',
    html: html('Shop', "<h1>Oops! We can't find that page.</h1><a href='/'>Home</a>"),
  },
  { id: 'soft 404 product', outcome: 'not_found', html: html('Shop', SHOP_FRAME('<h1>Product not found</h1>')) },
  {
    id: 'soft 404 German',
    outcome: 'not_found',
    html: html('Fehler', '<h1>Die gesuchte Seite wurde leider nicht gefunden.</h1>'),
  },
  { id: 'soft 404 French', outcome: 'not_found', html: html('Erreur 404', '<h1>Cette page est introuvable</h1>') },
  { id: 'soft 404 Spanish', outcome: 'not_found', html: html('Error 404', '<h1>Página no encontrada</h1>') },
  { id: 'soft 404 Portuguese', outcome: 'not_found', html: html('Loja', '<h1>Página não encontrada</h1>') },
  { id: 'soft 404 Italian', outcome: 'not_found', html: html('Negozio', '<h1>Pagina non trovata</h1>') },
  { id: 'soft 404 Dutch', outcome: 'not_found', html: html('Winkel', '<h1>Pagina niet gevonden</h1>') },
  {
    id: 'soft 404 Japanese',
    outcome: 'not_found',
    html: html('エラー', '<h1>お探しのページは見つかりませんでした。</h1>'),
  },
  { id: 'soft 404 text only', outcome: 'not_found', html: html('', 'Page not found') },
  {
    id: 'parked domain',
    outcome: 'not_found',
    html: html('shop.example', '<h1>shop.example</h1><p>This domain is for sale! Make an offer on this domain.</p>'),
  },
  {
    id: 'expired domain',
    outcome: 'not_found',
    html: html('Domain expired', '<p>This domain has expired. Renew it now.</p>'),
  },
  {
    id: 'fresh server',
    outcome: 'not_found',
    html: html(
      'Welcome to nginx!',
      '<h1>Welcome to nginx!</h1><p>If you see this page, the web server is installed and working.</p>',
    ),
  },

  // Closed for now.
  { id: 'status 500', outcome: 'unavailable', status: 500, html: html('Error', 'Internal Server Error') },
  {
    id: 'status 503 maintenance',
    outcome: 'unavailable',
    status: 503,
    headers: { 'retry-after': 'Mon, 01 Jun 2026 12:10:00 GMT' },
    html: html('Maintenance', '<h1>Down for maintenance</h1>'),
  },
  { id: 'status 504', outcome: 'unavailable', status: 504, html: '' },
  {
    id: 'maintenance with status 200',
    outcome: 'unavailable',
    html: html(
      "We'll be back soon",
      "<h1>We'll be back soon!</h1><p>Sorry for the inconvenience, we're performing some maintenance at the moment.</p>",
    ),
  },
  {
    id: 'maintenance German',
    outcome: 'unavailable',
    html: html('Wartungsarbeiten', '<p>Unser Shop ist wegen Wartungsarbeiten derzeit nicht erreichbar.</p>'),
  },
  {
    id: 'maintenance Japanese',
    outcome: 'unavailable',
    html: html('メンテナンス中', '<h1>ただいまメンテナンス中です</h1>'),
  },
  {
    id: 'maintenance Spanish',
    outcome: 'unavailable',
    html: html('Sitio en mantenimiento', '<h1>Volvemos pronto</h1>'),
  },
  {
    id: 'error page with status 200',
    outcome: 'unavailable',
    html: html('502 Bad Gateway', '<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>'),
  },
  {
    id: 'application error',
    outcome: 'unavailable',
    html: html('Application error', '<h1>Application error</h1><p>An error occurred in the application.</p>'),
  },
  {
    id: 'waiting room',
    outcome: 'unavailable',
    html: html('Tickets', '<h1>Hello fan</h1><p>You are now in line. Your number in line: 4120.</p>'),
  },
  {
    id: 'suspended account',
    outcome: 'unavailable',
    html: html(
      'Account Suspended',
      '<h1>Account Suspended</h1><p>This account has been suspended. Contact your hosting provider for more information.</p>',
    ),
  },

  // Nothing to read.
  { id: 'no body', outcome: 'empty', html: '' },
  {
    id: 'script shell',
    outcome: 'empty',
    html: html(
      'App',
      '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/main.js"></script>',
    ),
  },
  {
    id: 'script shell that says so',
    outcome: 'empty',
    html: html('App', '<div id="root">You need to enable JavaScript to run this app.</div>'),
  },
  {
    id: 'still loading',
    outcome: 'empty',
    html: html('App', '<div id="app">Loading...</div><script src="/app.js"></script>'),
  },
  { id: 'only marks', outcome: 'empty', html: html('App', '<div>• … |</div>') },
  {
    id: 'everything hidden',
    outcome: 'empty',
    html: html('App', '<div style="display:none"><p>In stock $12</p></div>'),
  },
];

export const READABLE: WallCase[] = [
  {
    id: 'article about captchas',
    outcome: null,
    html: ARTICLE(
      'Why captchas keep asking: are you a robot?',
      'Sites that detected unusual traffic ask you to verify you are human.',
    ),
  },
  {
    id: 'short blog post about captchas',
    outcome: null,
    html: html(
      'How captchas work | Blog',
      '<article><h1>How captchas work</h1><p>A captcha asks a visitor to pick pictures. The idea dates from 2003 and its makers counted on people being better at reading than machines.</p><p>Today most checks happen unseen.</p></article>',
    ),
  },
  {
    id: 'article about the 404 page',
    outcome: null,
    html: ARTICLE(
      'The history of the 404 page',
      'Page not found: everybody knows these words, and the page you are looking for is gone.',
    ),
  },
  {
    id: 'article about access denied',
    outcome: null,
    html: ARTICLE(
      'Access denied: who may enter the archive',
      'Access to this site has been denied to reporters since May.',
    ),
  },
  {
    id: 'news of maintenance',
    outcome: null,
    html: ARTICLE('Bridge closed for maintenance', 'The bridge is under maintenance, please check back soon.'),
  },
  {
    id: 'shop with login box in header',
    outcome: null,
    html: html(
      'Kettle | Shop',
      `<header><form action="/login"><input type="email"><input type="password"><button>Log in</button></form></header><h1>Kettle</h1><p>$39.00</p><p>In stock</p>`,
    ),
  },
  {
    id: 'shop with login link',
    outcome: null,
    html: html('Kettle | Shop', SHOP_FRAME('<h1>Kettle</h1><a href="/login">Sign in</a><p>$39.00</p>')),
  },
  {
    id: 'login dialog that is closed',
    outcome: null,
    html: html(
      'Kettle | Shop',
      '<h1>Kettle</h1><p>$39.00</p><div class="modal login-modal"><h2>Sign in</h2><form><input type="email"><input type="password"></form></div>',
    ),
  },
  { id: 'sold out product', outcome: null, html: html('Kettle | Shop', SHOP_FRAME('<h1>Kettle</h1><p>Sold out</p>')) },
  {
    id: 'no longer available',
    outcome: null,
    html: html('Kettle | Shop', SHOP_FRAME('<h1>Kettle</h1><p>This item is no longer available.</p>')),
  },
  {
    id: 'product temporarily unavailable',
    outcome: null,
    html: html('Kettle', '<h1>Kettle</h1><p>Currently unavailable. We do not know when this item will be back.</p>'),
  },
  { id: 'product page in few words', outcome: null, html: html('Kettle', '<h1>Kettle</h1><p>$39.00</p>') },
  {
    id: 'newsletter with hidden captcha',
    outcome: null,
    html: html(
      'Kettle',
      '<h1>Kettle</h1><p>$39.00</p><form><input type="email" placeholder="you@mail"><div class="g-recaptcha" data-size="invisible"></div><button>Subscribe</button></form>',
      '<script src="https://www.google.com/recaptcha/api.js"></script>',
    ),
  },
  {
    id: 'contact form with captcha',
    outcome: null,
    html: html(
      'Contact us',
      '<h1>Contact us</h1><p>Opening hours: 9 to 17</p><form><input name="name"><textarea name="message"></textarea><div class="h-captcha"></div><button>Send</button></form>',
    ),
  },
  {
    id: 'page behind a protection service',
    outcome: null,
    html: html(
      'Kettle',
      '<h1>Kettle</h1><p>$39.00</p>',
      '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script><script>window._pxAppId="PX1"</script>',
    ),
    headers: { server: 'cloudflare', 'cf-ray': '8f3', 'x-datadome': 'protected' },
  },
  {
    id: 'cookie banner',
    outcome: null,
    html: html(
      'Kettle',
      '<div class="cookie-banner"><p>We use cookies. By continuing you accept them.</p><button>Reject</button></div><h1>Kettle</h1><p>$39.00</p>',
    ),
  },
  {
    id: 'no results',
    outcome: null,
    html: html('Search', '<h1>Search results</h1><p>No results found for "zeppelin".</p>'),
  },
  {
    id: 'no open positions',
    outcome: null,
    html: html('Careers', '<h1>Careers</h1><p>There are no open positions at the moment. Please check back soon.</p>'),
  },
  {
    id: 'status page',
    outcome: null,
    html: html(
      'Example Status',
      '<h1>All systems operational</h1><h2>Scheduled maintenance</h2><p>The database will be down for maintenance on 3 June.</p>',
    ),
  },
  {
    id: 'status page with an incident',
    outcome: null,
    html: html(
      'Example Status',
      '<h1>Example Status</h1><div>API: Degraded performance</div><div>Website: Operational</div><p>Some requests fail with 503 service unavailable.</p>',
    ),
  },
  {
    id: 'queue at a museum',
    outcome: null,
    html: html(
      'Visit | Museum',
      '<h1>Visit us</h1><p>Expect to wait in line for twenty minutes. Tickets: 12 euros.</p>',
    ),
  },
  {
    id: 'course with a waiting list',
    outcome: null,
    html: html('CS 101', '<h1>CS 101</h1><p>Seats open: 0. Waiting list: 12.</p>'),
  },
  {
    id: 'old car',
    outcome: null,
    html: html('Peugeot 404 for sale', '<h1>Peugeot 404</h1><p>Price: 12,500 euros. This car is for sale.</p>'),
  },
  {
    id: 'domain prices',
    outcome: null,
    html: html(
      'Domain prices',
      '<h1>Prices of domains</h1><table><tr><th>Ending</th><th>Price</th></tr><tr><td>.com</td><td>$12</td></tr><tr><td>.org</td><td>$11</td></tr></table>',
    ),
  },
  {
    id: 'video that some countries miss',
    outcome: null,
    html: html(
      'Trailer',
      `<h1>Trailer</h1><p>In cinemas on 4 June.</p>${`<p>${PARAGRAPH}</p>`.repeat(3)}<p>This video is not available in your country.</p>`,
    ),
  },
  {
    id: 'product with entity and a notice',
    outcome: null,
    html: html('Kettle', '<h1>Kettle</h1><p>Temporarily out of stock. Please come back soon.</p>', PRODUCT_LD),
  },
  {
    id: 'release notes of a login feature',
    outcome: null,
    html: html(
      'Release 4.2',
      '<h1>Release 4.2</h1><ul><li>You can now sign in with a passkey</li><li>Fixed: access denied for guests</li></ul>',
    ),
  },
  {
    id: 'changelog about rate limits',
    outcome: null,
    html: html(
      'API limits',
      '<h1>API limits</h1><p>The API answers 429 after sixty calls a minute.</p><table><tr><th>Plan</th><th>Calls</th></tr><tr><td>Free</td><td>60</td></tr><tr><td>Pro</td><td>600</td></tr></table>',
    ),
  },
  {
    id: 'page with a loading word',
    outcome: null,
    html: html('Kettle', '<h1>Kettle</h1><p>Loading dock: open 8 to 16.</p>'),
  },
  {
    id: 'film called access denied',
    outcome: null,
    html: html(
      'Films this week',
      '<h1>Films this week</h1><ul><li>Access Denied, 20:15</li><li>Forbidden Planet, 18:00</li></ul>',
    ),
  },
  { id: 'plain number', outcome: null, headers: { 'content-type': 'text/plain' }, html: '42' },
  {
    id: 'json with a message',
    outcome: null,
    headers: { 'content-type': 'application/json' },
    html: '{"status":"page not found counter","count":3}',
  },
  {
    id: 'empty shell with a noscript and content',
    outcome: null,
    html: html('Weather', '<noscript>Please enable JavaScript.</noscript><h1>Oslo</h1><p>4 °C</p>'),
  },
  {
    id: 'account page of a library',
    outcome: null,
    html: html('Library', '<h1>Dune</h1><p>2 of 3 copies available. Log in to reserve a copy.</p>'),
  },
  {
    id: 'prices after login only',
    outcome: null,
    html: html(
      'Valve V2 | Trade shop',
      SHOP_FRAME('<h1>Valve V2</h1><p>Please sign in to see your price.</p><p>Delivery in two days.</p>'),
    ),
  },
];

/** Written after the signals, in other words and layouts, to see how they carry over. */
export const FURTHER_FAILING: WallCase[] = [
  {
    id: 'security step in a shop frame',
    outcome: 'blocked',
    html: html(
      'Security Verification',
      '<div class="box"><p>To protect our customers we check that you are a person.</p><div class="g-recaptcha"></div></div>',
    ),
  },
  {
    id: 'access blocked by ip',
    outcome: 'blocked',
    html: html('Blocked', '<p>Your IP address has been temporarily blocked because of many requests.</p>'),
  },
  {
    id: 'bot detected',
    outcome: 'blocked',
    html: html(
      'Shop',
      '<h1>We have detected unusual activity from your network</h1><p>If you think this is a mistake write to us.</p>',
    ),
  },
  {
    id: 'human in the heading',
    outcome: 'blocked',
    html: html('Tickets', "<h1>Let's confirm you are human</h1><p>Complete the security check before continuing.</p>"),
  },
  {
    id: 'slider',
    outcome: 'blocked',
    html: html(
      'Verification',
      '<p>Please complete the puzzle to continue</p><div id="slider"></div><p>Slide right to prove you are not a robot</p>',
    ),
  },
  {
    id: 'browsing paused',
    outcome: 'blocked',
    status: 403,
    html: html('Tickets', '<h1>Your browsing activity has been paused</h1>'),
  },
  {
    id: 'German denial',
    outcome: 'blocked',
    html: html('Zugriff verweigert', '<h1>Zugriff verweigert</h1><p>Ungewöhnliche Aktivität aus Ihrem Netzwerk.</p>'),
  },
  { id: 'French denial', outcome: 'blocked', html: html('Accès refusé', '<h1>Accès refusé</h1>') },
  {
    id: 'proof of work page',
    outcome: 'blocked',
    html: html(
      "Making sure you're not a bot!",
      "<h1>Making sure you're not a bot!</h1><p>Loading...</p>",
      '<script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>',
    ),
  },
  {
    id: 'api quota in html',
    outcome: 'blocked',
    html: html('Rate limit exceeded', '<p>You have exceeded a secondary rate limit. Please wait a few minutes.</p>'),
  },
  {
    id: 'press and hold on 403',
    outcome: 'blocked',
    status: 403,
    html: html(
      'Access to this page has been denied',
      '<p>Access to this page has been denied because we believe you are using automation tools to browse the website.</p>',
    ),
  },
  {
    id: 'region lock',
    outcome: 'blocked',
    html: html(
      'Not available',
      '<h1>Not available in your region</h1><p>This content is not available in your region.</p>',
    ),
  },
  {
    id: 'member page',
    outcome: 'login_required',
    html: html(
      'Log in to Example',
      '<main><h1>Log in to Example</h1><form action="/session" method="post"><label>User <input name="login"></label><label>Password <input type="password"></label></form><p>New here? <a href="/join">Create an account</a></p></main>',
    ),
  },
  {
    id: 'Spanish login',
    outcome: 'login_required',
    html: html(
      'Iniciar sesión',
      '<h1>Iniciar sesión</h1><form><input type="email"><input type="password"><button>Entrar</button></form>',
    ),
  },
  {
    id: 'French login',
    outcome: 'login_required',
    html: html('Connexion', '<h1>Connexion</h1><form><input type="email"><input type="password"></form>'),
  },
  {
    id: 'Japanese login',
    outcome: 'login_required',
    html: html('ログイン', '<h1>ログイン</h1><form><input name="id"><input type="password"></form>'),
  },
  {
    id: 'auth wall',
    outcome: 'login_required',
    url: 'https://net.example/in/jane',
    finalUrl: 'https://net.example/authwall?trk=x',
    html: html(
      'Sign Up',
      '<h1>Join now to see Jane</h1><form><input type="email"><input type="password"><button>Join</button></form>',
    ),
  },
  {
    id: 'gone with menu',
    outcome: 'not_found',
    html: html(
      'Error 404 | Shop',
      SHOP_FRAME('<h1>Sorry, the page you requested could not be found</h1><a href="/">Back to the start</a>'),
    ),
  },
  { id: 'sorry page', outcome: 'not_found', html: html('Page Not Found', '<h2>Sorry, this page does not exist.</h2>') },
  {
    id: 'we could not find',
    outcome: 'not_found',
    html: html('Shop', "<h1>We couldn't find the page you were looking for</h1>"),
  },
  {
    id: 'German gone',
    outcome: 'not_found',
    html: html('Seite nicht gefunden | Laden', '<h1>Hoppla!</h1><p>Die Seite wurde nicht gefunden.</p>'),
  },
  { id: 'French gone', outcome: 'not_found', html: html('Page introuvable - Boutique', '<h1>Page introuvable</h1>') },
  {
    id: 'Spanish gone',
    outcome: 'not_found',
    html: html('Página no encontrada | Tienda', '<h1>¡Vaya!</h1><p>La página que buscas no existe.</p>'),
  },
  { id: 'number and words', outcome: 'not_found', html: html('404 - Page Not Found', '<h1>404 - Page Not Found</h1>') },
  {
    id: 'number in one block, words in another',
    outcome: 'not_found',
    html: html('Shop', '<h1>404</h1><h2>Page not found</h2><p>Sorry.</p>'),
  },
  {
    id: 'domain seller',
    outcome: 'not_found',
    html: html(
      'example.shop is for sale',
      '<h1>example.shop</h1><p>Buy this domain. Lease to own from 20 a month.</p>',
    ),
  },
  {
    id: 'parked with ads',
    outcome: 'not_found',
    html: html(
      'example.shop',
      '<p>Related searches</p><ul><li>Shoes</li><li>Boots</li></ul><p>The domain owner has parked this page. This domain is parked free, courtesy of a registrar.</p>',
    ),
  },
  {
    id: 'back shortly',
    outcome: 'unavailable',
    html: html('Shop', "<h1>We'll be back shortly</h1><p>Our shop is down for scheduled maintenance.</p>"),
  },
  {
    id: 'French maintenance',
    outcome: 'unavailable',
    html: html('Site en maintenance', '<h1>Site en maintenance</h1><p>Revenez dans quelques minutes.</p>'),
  },
  { id: 'Italian maintenance', outcome: 'unavailable', html: html('Sito in manutenzione', '<h1>Torniamo presto</h1>') },
  {
    id: 'database error',
    outcome: 'unavailable',
    html: html('Database Error', '<h1>Error establishing a database connection</h1>'),
  },
  {
    id: 'service unavailable in heading',
    outcome: 'unavailable',
    html: html('Shop', '<h1>Service Temporarily Unavailable</h1>'),
  },
  {
    id: 'virtual queue',
    outcome: 'unavailable',
    html: html('Queue', '<p>You are in the queue. When it is your turn you will have ten minutes.</p>'),
  },
  { id: 'spinner', outcome: 'empty', html: html('Shop', '<div class="spinner">Please wait…</div>') },
];

export const FURTHER_READABLE: WallCase[] = [
  {
    id: 'novel called The Queue',
    outcome: null,
    html: html(
      'The Queue, a novel',
      '<h1>The Queue</h1><p>Paperback $14.00</p><p>A city stands in line before a gate that never opens.</p>',
    ),
  },
  {
    id: 'shop for robots',
    outcome: null,
    html: html(
      'Robot vacuum R2',
      '<h1>Robot vacuum R2</h1><p>$299</p><p>Are you human? Then you will like clean floors.</p>',
    ),
  },
  {
    id: 'plumber with maintenance plans',
    outcome: null,
    html: html('Maintenance plans | Plumber', '<h1>Maintenance plans</h1><p>Basic 9 a month, full 19 a month.</p>'),
  },
  {
    id: 'site maintenance as a trade',
    outcome: null,
    html: html(
      'Website maintenance from 49 a month',
      '<h1>Website maintenance</h1><p>We keep your site up to date, from $49 a month.</p><p>Call us.</p>',
      PRODUCT_LD,
    ),
  },
  {
    id: 'error codes explained',
    outcome: null,
    html: html(
      'HTTP 503 explained',
      '<h1>What does 503 Service Unavailable mean?</h1><p>The server can not answer now.</p>',
    ),
  },
  {
    id: 'school with a login',
    outcome: null,
    html: html(
      'School',
      '<aside><h3>Parents login</h3><form><input name="u"><input type="password"></form></aside><h1>Timetable</h1><p>Monday: maths</p>',
    ),
  },
  {
    id: 'registration with date',
    outcome: null,
    html: html(
      'Conference',
      '<h1>Conference 2026</h1><p>Registration opens on 4 May.</p><form><h2>Stay in touch</h2><input type="email"></form>',
    ),
  },
  {
    id: 'list of lost pets',
    outcome: null,
    html: html('Lost and found', '<h1>Not found yet: our lost pets</h1><ul><li>Rex</li><li>Mia</li></ul>'),
  },
  {
    id: 'item not in stock in region',
    outcome: null,
    html: html(
      'Lamp',
      '<h1>Lamp</h1><p>89,00 €</p><p>Delivery to islands takes longer.</p><p>Pick-up is not offered in every store.</p>',
    ),
  },
  {
    id: 'domain news',
    outcome: null,
    html: ARTICLE(
      'Old brand name sold',
      'The owner wrote that this domain is for sale, and within a week it was gone.',
    ),
  },
  {
    id: 'javascript course',
    outcome: null,
    html: html(
      'JavaScript course',
      '<h1>Learn JavaScript</h1><p>Seats left: 4. You need to enable JavaScript in the exercises.</p>',
    ),
  },
  {
    id: 'closed today',
    outcome: null,
    html: html('Pool', '<h1>Pool</h1><p>Closed today for cleaning. Open again tomorrow at 8.</p>'),
  },
  {
    id: 'access road denied',
    outcome: null,
    html: html('Road status', '<h1>Pass road</h1><p>Status: closed</p><p>Access denied to lorries.</p>'),
  },
  {
    id: 'question about captchas',
    outcome: null,
    html: html(
      'Why does the site say I am not a robot? - Forum',
      '<h1>Why does the site ask this?</h1><p>Since Monday I get a box with "tick here". What can I do?</p><p>2 answers</p>',
    ),
  },
  {
    id: 'number 404 as a flight',
    outcome: null,
    html: html('Flight 404', '<h1>Flight XY 404</h1><p>Status: boarding</p>'),
  },
  {
    id: 'room 404',
    outcome: null,
    html: html('Room 404 | Hotel', '<h1>Room 404</h1><p>120 euros a night. Available.</p>'),
  },
];
