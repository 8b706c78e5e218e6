import type { Reading, RefusedCandidate } from '@/domain/contract/reading';
import type { Job } from './candidates';
import type { Segment } from './page-index';
import { fold, stemsOf } from './words';

/** Sentences by which pages say that a list is empty, folded, in the eight languages. */
const EMPTY =
  /(^|[^a-z])((there are |we have |sorry,? )?(currently |presently |at the moment )?no(t any)? (\w+ ){0,4}(results?|items?|positions?|jobs?|openings?|vacanc(y|ies)|roles?|listings?|events?|tickets?|seats?|places|spots|appointments?|slots?|properties|homes|matches|entries|records|products?|offers?|releases?|articles?|news|posts?|shows?|dates?|flights?|courses?|available|found)|nothing (found|here|to show|matched)|(?<![\d.,])0 (results?|items?|matches|jobs?|positions?|treffer|ergebnisse|resultats?|resultados?|risultati|resultaten)|(derzeit |aktuell |zurzeit |momentan |leider )?(sind |gibt es |haben wir )?(derzeit |aktuell |zurzeit |momentan |leider )?keine? (\w+ ){0,3}(treffer|ergebnisse|stellen\w*|angebote|termine|veranstaltungen|plaetze|platze|eintrage|artikel|produkte|vorhanden|verfugbar|gefunden|tickets|wohnungen)|aucune? (\w+ ){0,3}(resultat|offre|poste|annonce|place|evenement|article|produit|date|billet|disponible|trouvee?)s?|(no hay|no se (han )?encontr\w+|sin|ningun\w*) (\w+ ){0,3}(resultados?|ofertas?|puestos?|vacantes?|plazas?|anuncios?|entradas?|eventos?|productos?|disponibles?)|nessun\w? ?(\w+ ){0,3}(risultat\w|offert\w|posizion\w|annunci\w?|post\w|event\w|prodott\w|disponibil\w|trovat\w)|(nao ha|nenhum\w?|sem) (\w+ ){0,3}(resultados?|vagas?|ofertas?|anuncios?|produtos?|eventos?|ingressos?|disponive(l|is)|encontrad\w)|(er zijn )?(momenteel |op dit moment )?geen (\w+ ){0,3}(resultaten|vacatures|plaatsen|woningen|evenementen|producten|beschikbaar|gevonden|tickets))/;
const EMPTY_CJK = /(見つかりません|ありません|該当(する|なし)|(?<![\d,])0\s?件|０件|募集は(ありません|終了))/;

/** True where a text says that there is none of what it speaks of. */
export function saysEmpty(text: string): boolean {
  return text.length <= 220 && (EMPTY.test(fold(text).slice(0, 220)) || EMPTY_CJK.test(text));
}

/** Proven absence: a sentence in the page's main part that says there is none, and that speaks of what was asked. */
export function emptyList(job: Job, refused: RefusedCandidate[]): Reading | null {
  for (const segment of job.page.segments) {
    const region = job.page.regions[segment.node] ?? 'main';
    if (region === 'chrome' || region === 'related' || region === 'reviews' || !saysEmpty(segment.text)) continue;
    if (!concerns(job, segment.text)) continue;
    return {
      found: 'absent',
      quote: segment.text,
      span: { start: segment.start, end: segment.end },
      locator: null,
      refused,
    };
  }
  return null;
}

/** Sentences by which pages say that a part of them did not load, folded, in the eight languages. */
const BROKEN =
  /((something|that) went wrong|(error|problem) (while )?(loading|fetching|retrieving)|(failed|unable) to (load|fetch|retrieve|display)|(could|can)( ?not|n't) (be )?(load|fetch|retriev|display|show)\w*|(enable|requires?|turn on) javascript|fehler beim laden|schief ?gelaufen|(konnten?|kann|konnen) (\w+ ){0,3}nicht (geladen|angezeigt|abgerufen)|(ist|trat) ein fehler (aufgetreten|auf)|impossible de (charger|recuperer|afficher)|(pas|n'ont pu|n'a pu) (pu )?etre (chargee?s?|affichee?s?)|une erreur (s'est produite|est survenue)|(no se (pud|ha podid|han podid|puede)\w*) (\w+ ){0,2}(cargar|mostrar)|algo (ha ido|salio|fue) mal|(ha ocurrido|se ha producido|ocurrio) un error|impossibile (caricare|recuperare|visualizzare)|andato storto|si e verificato un errore|nao foi possivel (carregar|exibir|mostrar)|algo (deu|correu) (errado|mal)|ocorreu um erro|(kon|konden|kunnen) (\w+ ){0,3}niet (worden )?(geladen|getoond|opgehaald)|(ging|gaat|is) (er )?iets (mis|fout)|fout opgetreden)|(読み込|取得|表示)(み|め)?(に失敗|でき(ません|なかった))|読み込めません|エラーが(発生|起き)|問題が発生/;

/** The first line of the page's own part that says that something did not load. */
export function brokenPart({ page }: Job): Segment | null {
  const isBroken = ({ node, text }: Segment): boolean => {
    const region = page.regions[node] ?? 'main';
    const own = region === 'main' || region === 'aside';
    return own && text.length <= 180 && (BROKEN.test(fold(text)) || BROKEN.test(text));
  };
  return page.segments.find(isBroken) ?? null;
}

const UNSETTLED =
  /(^|[^a-z])(to be (announced|confirmed|determined|decided)|not (yet )?(announced|been announced|set|known)|tba|tbc|tbd|(noch )?(nicht bekannt|unbekannt)|noch offen|steht noch nicht fest|wird noch bekannt ?gegeben|a (annoncer|confirmer|definir|determiner|anunciar|confirmar|determinar|confermare)|da (definire|annunciare|confermare)|por (anunciar|confirmar|definir|determinar)|nog (niet bekend|onbekend)|nog te bepalen)([^a-z]|$)/;

/** True where a short text says that a date is not settled yet. */
export function saysUnsettled(text: string): boolean {
  return text.length <= 140 && (UNSETTLED.test(fold(text)) || /未定|未発表/.test(text));
}

/** Proven absence of a date: a line with its label says that it is still to be announced. */
export function unsettledDate(job: Job, refused: RefusedCandidate[]): Reading | null {
  for (const segment of job.page.segments) {
    const region = job.page.regions[segment.node] ?? 'main';
    if (region !== 'main' || segment.text.length > 140) continue;
    const folded = fold(segment.text);
    const label =
      job.terms.some((term) => folded.includes(term.text.trim())) || /date|datum|fecha|data|termin/.test(folded);
    if (!label || !saysUnsettled(segment.text)) continue;
    return {
      found: 'absent',
      quote: segment.text,
      span: { start: segment.start, end: segment.end },
      locator: null,
      refused,
    };
  }
  return null;
}

/** General words for a list ("results", "items") concern any question; others must be words of the question. */
function concerns(job: Job, text: string): boolean {
  const folded = fold(text);
  if (
    /result|treffer|ergebnis|risultat|match|items?|entries|found|gefunden|trouve|encontr|trovat|gevonden|件|見つかり|該当/.test(
      folded,
    )
  )
    return true;
  const stems = stemsOf(text);
  for (const hint of job.asked.hints) if (stems.has(hint)) return true;
  return (
    job.terms.some((term) => folded.includes(term.text.trim())) ||
    job.asked.item.some((word) => word.forms.some((form) => stems.has(form)))
  );
}
