import type { Found, Job } from './candidates';
import { fold } from './words';

/** Who waits for a place, a course or a road to open asks for its state, which pages write as one word. */
const OPEN_ASKED =
  /(^|[^a-z])(re-?open\w*|opens?( up)?( again)?|open again|(wieder |neu )?(ge)?offnet|wiedereroffn\w*|rouvr\w*|reouvr\w*|reabr\w*|vuelv\w+ a abrir|riapr\w*|heropen\w*|weer open)([^a-z]|$)|再開/;
const OPEN =
  /^(now |currently |wieder |weer |de nouveau )?(open|opened|reopened|geoffnet|offen|ouverte?s?|abiert[oa]s?|abert[oa]s?|apert[oaie]|geopend)( (today|now|again|until|till|daily|from|to the public|bis|heute|jusqu\w*|hasta|hoy|ate|hoje|fino|oggi|tot|vandaag)( .{0,40})?)?[.!]?$/;
const CLOSED =
  /^(temporarily |currently |permanently |vorubergehend |derzeit |aktuell |temporairement |actuellement |temporalmente |temporaneamente |temporariamente |tijdelijk )?(closed|shut|geschlossen|gesperrt|zu|fermee?s?|cerrad[oa]s?|fechad[oa]s?|encerrad[oa]s?|chius[oaie]|gesloten|dicht)( (for|until|till|due|today|wegen|bis|heute|pour|jusqu\w*|por|hasta|hoy|para|ate|hoje|per|fino|oggi|wegens|tot|vandaag)( .{0,50})?)?[.!]?$/;

/** What an element that says nothing but "Open" or "Closed for repairs" says, else null. */
export function openSign(text: string): boolean | null {
  const said = fold(text).trim();
  if (said.length > 70) return null;
  if (OPEN.test(said) || /^(営業中|開館|再開)$/.test(text.trim())) return true;
  return CLOSED.test(said) || /^(休業中|閉館|休館|閉鎖中)$/.test(text.trim()) ? false : null;
}

export function openStatements(job: Job): Found[] {
  const { page, asked } = job;
  if (!OPEN_ASKED.test(fold(asked.question.prompt)) && !/再開/.test(asked.question.prompt)) return [];
  const found: Found[] = [];
  for (const [index, { start, end, tag }] of page.nodes.entries()) {
    const isButton = tag === 'a' || tag === 'button' || tag === 'option';
    if (end - start < 2 || end - start > 70 || isButton || (page.children[index] ?? []).length > 0) continue;
    const sign = openSign(page.text.slice(start, end));
    if (sign !== null) found.push({ start, end, value: { type: 'boolean', boolean: sign }, prior: 0.3 });
  }
  return found;
}
