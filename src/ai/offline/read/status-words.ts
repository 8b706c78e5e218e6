import { fold } from './words';

/** Words that state a condition of a service, journey, order, application or venue, folded, in the eight languages. */
const STATUS = new Set(
  `operational|all systems operational|degraded|degraded performance|partial outage|major outage|outage|under maintenance|maintenance|resolved|investigating|identified|monitoring|down|up|online|offline|normal|good service|minor delays|severe delays|part suspended|suspended|special service|planned closure|running|not running|stopped|disrupted|no service
  on time|delayed|boarding|final call|gate closed|departed|landed|arrived|cancelled|canceled|diverted|scheduled|expected|estimated|check-in|check in open|now boarding|go to gate|en route|in flight
  open|closed|opening soon|temporarily closed|permanently closed|closing soon|open now|closed now|waitlist|wait list|full|available|unavailable|cancelled|postponed|rescheduled|sold out|on sale|coming soon|ended|finished|live|paused|pending|approved|rejected|denied|accepted|in review|under review|in progress|processing|completed|complete|done|draft|submitted|received|received by us|shipped|in transit|out for delivery|delivered|ready|ready for pickup|on hold|active|inactive|expired|checked out|on shelf|on loan|due|overdue|in transit|lost|reserved|sold|for sale|under offer|sale agreed|withdrawn|let agreed|decided|granted|refused|awaiting decision|restored|reopened|lifted|cleared|sailed|subject to weather|engineer on site|prohibited|permitted|not permitted
  in betrieb|storung|gestort|wartung|wartungsarbeiten|behoben|eingeschrankt|punktlich|verspatet|ausgefallen|fallt aus|entfallt|gelandet|gestartet|boarding|abgeflogen|geoffnet|offen|geschlossen|gesperrt|ausgebucht|belegt|frei|verfugbar|ausgeliehen|bestellt|vorgemerkt|in bearbeitung|abgeschlossen|versendet|zugestellt|unterwegs|genehmigt|abgelehnt|verkauft|reserviert|normalbetrieb|keine storungen|freigegeben|aufgehoben|badeverbot|entliehen|erlaubt|verboten|wiedereroffnet
  a l heure|retarde|annule|supprime|ouvert|ferme|ferme temporairement|complet|disponible|emprunte|en cours|termine|expedie|livre|trafic normal|perturbe|interrompu|embarquement|parti|atterri|vendu|autorise|autorisee|interdit|interdite|rouvert|retabli|leve|levee
  a tiempo|retrasado|cancelado|abierto|cerrado|completo|prestado|en curso|en tramite|finalizado|enviado|entregado|operativo|interrumpido|embarcando|salido|vendido|reservado|autorizado|prohibido|reabierto|restablecido|levantado
  in orario|in ritardo|cancellato|soppresso|aperto|chiuso|completo|disponibile|in prestito|in corso|concluso|spedito|consegnato|operativo|regolare|imbarco|partito|atterrato|venduto|riaperto|vietato|vietata|balneabile|consentito|ripristinato|revocato
  no horario|atrasado|aberto|fechado|lotado|emprestado|em andamento|concluido|encerrado|enviado|entregue|operacional|embarque|pousou|vendido
  op tijd|vertraagd|geannuleerd|vervallen|open|gesloten|volgeboekt|beschikbaar|uitgeleend|in behandeling|afgerond|verzonden|bezorgd|storing|instappen|vertrokken|geland|verkocht|vrijgegeven|toegestaan|verboden|heropend|hersteld|opgeheven`
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== ''),
);

const STATUS_CJK =
  /^(平常運転|平常|遅延|運転見合わせ|運休|欠航|定刻|搭乗中|出発済み|到着済み|営業中|休業中|閉館|開館|貸出中|在架|返却済み|受付中|受付終了|終了|準備中|完了|処理中|発送済み|配達完了|満席|空席あり|稼働中|障害発生中|メンテナンス中)$/;

const REASON =
  /\s*[(,;–—]|\s(?:due to|because of|owing to|wegen|aufgrund|en raison de|a cause de|pour cause de|por|debido a|a causa di|per|devido a|vanwege|wegens)\s/;

/** True where a short text is a status and nothing else ("Delayed", "Delayed 15 min", "● Operational"). */
export function isStatus(text: string): boolean {
  const bare = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (bare === '' || bare.length > 80) return false;
  const plain = fold(bare).replace(/[’']/g, ' ').replace(/\s+/g, ' ');
  if (STATUS.has(plain) || STATUS_CJK.test(bare)) return true;
  // "Gesperrt (Blaualgen)", "Cancelled due to weather": a status with its reason.
  const [bareHead = ''] = plain.split(REASON);
  if (bareHead !== plain && STATUS.has(bareHead.trim())) return true;
  // A status with its time or size: "Delayed 15 min", "Expected 14:32", "Due 2026-12-01".
  const head = plain
    .replace(/[\s(,–-]+(by |until |bis |um |a |at |de |of )?[+~]?\d.*$/, '')
    .replace(/^(since|seit) .*/, '');
  return head !== plain && STATUS.has(head);
}
