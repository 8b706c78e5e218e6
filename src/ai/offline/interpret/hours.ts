/** What a thing does at a time, and what pages call that time. */
export const MOVES: [label: string, words: RegExp][] = [
  ['departure time', /(?<!\p{L})(?:depart(?:s|ing)?|leav(?:es|ing)|fahrt(?: ab)?|abfahrt|fliegt|part(?:e|ent|ono|a|ir|em)?|sale(?:n)?|salga(?:n)?|sai(?:r|em)?|vertrek(?:t|ken))(?!\p{L})|出発|発車/u],
  ['arrival time', /(?<!\p{L})(?:arriv(?:es?|ing|ent|ano|a|ar|e)|lands?|kommt|ankommt|ankunft|lleg(?:a|ue|an|uen)|cheg(?:a|ar|ue|am|arem)|aankomt|aankomst|atterr\p{L}*)(?!\p{L})|到着/u],
  ['closing time', /(?<!\p{L})(?:clos(?:es|ing)|schliesst|ferme(?:nt)?|cierr(?:a|e|an|en)|fech(?:a|ar|e|am)|chiud(?:e|ono)|sluit(?:en)?)(?!\p{L})|閉/u],
  ['opening time', /(?<!\p{L})(?:opens?|opening|offnet|ouvr(?:e|ent)|abr(?:e|a|en|an|ir)|apr(?:e|ono)|opent|open)(?!\p{L})|開/u],
  ['start time', /(?<!\p{L})(?:starts?|begins?|beginnt|startet|commence(?:nt)?|empiez(?:a|an)|empiece|comienz(?:a|an)|comec(?:a|ar|e)|inizia(?:no)?|begint)(?!\p{L})|始/u],
]; // biome-ignore format: a table

/** Whether a verb of the text has an hour: "closes", "leaves". */
export const hasHour = (text: string): boolean => MOVES.some(([, words]) => words.test(text));
