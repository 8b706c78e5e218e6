import { parseAvailability } from './availability';
import { foldForComparison } from './text-fold';

/** Short answers by themselves; anything longer is not a yes or no. */
const YES = new Set(
  (
    'yes|true|on|open|opened|active|enabled|confirmed|online|up|operational|ja|oui|si|sí|sim|はい|有|あり|○|◯|✓|✔|' +
    '✅|☑|geöffnet|offen|ouvert|ouverte|abierto|abierta|aberto|aberta|aperto|aperta|geopend|営業中|aktiv|actif|' +
    'activo|ativo|attivo|actief|是|예|tak|да'
  ).split('|'),
);
const NO = new Set(
  (
    'no|false|off|closed|inactive|disabled|cancelled|canceled|offline|down|nein|non|não|nao|nee|いいえ|無|なし|×|✗|' +
    '✘|❌|✕|geschlossen|fermé|fermée|cerrado|cerrada|fechado|fechada|chiuso|chiusa|gesloten|休業|定休日|閉店|inaktiv|' +
    'inactif|inactivo|inativo|inattivo|inactief|否|아니요|nie|нет'
  ).split('|'),
);

/** True or false for a text that states availability or is a plain yes or no; null otherwise. */
export function parseBoolean(text: string): boolean | null {
  const availability = parseAvailability(text);
  if (availability) return availability.available;
  const answer = foldForComparison(text).replace(/^[\s"'(:-]+|(?<![\s"'.!):-])[\s"'.!):-]+$/g, '');
  const last = answer.includes(':') ? answer.slice(answer.lastIndexOf(':') + 1).trim() : answer;
  return YES.has(last) ? true : NO.has(last) ? false : null;
}
