/** Matches where one of the phrases stands anywhere; anchors hold for lines. */
export function anyOf(...phrases: RegExp[]): RegExp {
  return new RegExp(phrases.map((phrase) => phrase.source).join('|'), 'mu');
}

/** Matches a text that is one of the phrases and nothing else but punctuation. */
export function whole(...phrases: RegExp[]): RegExp {
  return new RegExp(`^(?:${phrases.map((phrase) => phrase.source).join('|')})[\\s.!?…:。！？]*$`, 'u');
}
