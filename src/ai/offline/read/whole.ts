import type { Candidate, Job } from './candidates';
import { fold } from './words';

const FREE =
  /(^|[^a-z])(free|available|availability|open|left|remaining|remain|vacant|vacancies|spare|frei\w*|verfugbar\w*|restplatze|ubrig|libres?|disponibles?|restant\w*|restan\w*|livres?|vagos?|vagas|disponive\w+|disponibil\w*|liber[oiea]|vrij\w*|beschikbaar|beschikbare|over|on (the )?(shelf|rack)|im regal|en rayon|en (el )?estante|a scaffale|na estante|in de kast)([^a-z]|$)|空|残|在架/;
const WHOLE =
  /(^|[^a-z])(total|capacity|cap|max|maximum|limit|size|all|gesamt\w*|kapazitat|insgesamt|maximal|capacites?|capacidad|cupo|aforo|capacidade|lotacao|capacita|capienza|totale?s?|totaal|capaciteit)([^a-z]|$)|定員|総数|全\d*[席台]|収容/;
const TAKEN =
  /(^|[^a-z])(taken|occupied|booked|enrolled|enrollment|enrolment|registered|reserved|in use|used|filled|sold|on loan|checked out|loaned|lent|entliehen|ausgeliehen|emprunte\w*|prestad\w*|in prestito|emprestad\w*|uitgeleend|belegt\w*|gebucht\w*|angemeldet\w*|vergeben\w*|besetzt|occupe\w*|inscrits?|reserve\w*|ocupad\w*|inscrit\w*|matriculad\w*|reservad\w*|occupat\w*|iscritt\w*|prenotat\w*|bezet\w*|ingeschreven|geboekt|gereserveerd)([^a-z]|$)|登録|使用中|予約済|満|貸出中/;
/** What can be had until it is gone; of these a number means those that are left, unless the prompt says otherwise. */
const TO_BE_HAD =
  /(^|[^a-z])(seats?|spaces?|places?|spots?|rooms?|beds?|bikes?|docks?|slots?|bays|pitches|berths|cop(y|ies)|tickets?|appointments|platze|parkplatze|stellplatze|raume|betten|fahrrader|exemplare|karten|velos|lits|exemplaires|plazas|asientos|camas|bicis|ejemplares|vagas|lugares|leitos|exemplares|posti|letti|copie|biglietti|plaatsen|bedden|fietsen|exemplaren)([^a-z]|$)|席|台|空き/;

/** "412 total, 57 free": who asks for spaces means those that can be had, not all that there are nor those taken. */
export function preferFree(job: Job, candidates: Candidate[]): void {
  const { question } = job.asked;
  const prompt = fold(question.prompt);
  if (!TO_BE_HAD.test(prompt) || WHOLE.test(prompt) || TAKEN.test(prompt)) return;
  const open = candidates.filter(({ refusal }) => refusal === null);
  const isFree = (one: Candidate): boolean => labelsOf(one).some((text) => FREE.test(text) && !TAKEN.test(text));
  if (!open.some(isFree)) return;
  for (const one of open) {
    if (!isFree(one) && labelsOf(one).some((text) => WHOLE.test(text) || TAKEN.test(text)))
      one.refusal = 'it counts all there are or those taken, not those that can be had';
  }
}

function labelsOf({ context }: Candidate): string[] {
  return context.labels
    .filter(({ from }) => from !== 'names' && from !== 'group')
    .map(({ text }) => fold(text).replace(/[_-]+/g, ' ').slice(-80));
}
