/** Lengths of forms by two of their characters in lower case, longest first; of one character by that. */
class Lengths {
  readonly #lengths = new Map<string, readonly number[]>();

  add(characters: string, length: number): void {
    const key = plain(characters);
    const known = new Set(this.#lengths.get(key)).add(length);
    this.#lengths.set(
      key,
      [...known].sort((a, b) => b - a),
    );
  }

  /** How long a form may be, by the two characters and the one at its end, longest first. */
  at(two: string, one: string): readonly number[] {
    const longer = this.#lengths.get(plain(two));
    const alone = two.length < 2 ? undefined : this.#lengths.get(plain(one));
    if (longer === undefined || alone === undefined) return longer ?? alone ?? [];
    return [...longer, ...alone];
  }
}

const plain = (characters: string): string => characters.replace('\u00a0', ' ').toLowerCase();

/**
 * Looks up written forms (currencies, units) at a place in a text, the longest first. A table instead of one large
 * regular expression: pages have thousands of numbers, and most characters begin no form at all.
 */
export class WrittenForms<Meaning> {
  private readonly exact = new Map<string, Meaning>();
  private readonly anyCase = new Map<string, Meaning>();
  private readonly byBeginning = new Lengths();
  private readonly byEnd = new Lengths();

  /** `edge` tells the characters that must not go on behind or before a form that ends or begins with one. */
  constructor(private readonly edge: RegExp) {}

  add(form: string, meaning: Meaning, caseCounts: boolean): void {
    const map = caseCounts ? this.exact : this.anyCase;
    map.set(caseCounts ? form : form.toLowerCase(), meaning);
    this.byBeginning.add(form.slice(0, 2), form.length);
    this.byEnd.add(form.slice(-2), form.length);
  }

  private meaningOf(written: string): Meaning | undefined {
    const form = written.replaceAll('\u00a0', ' ');
    return this.exact.get(form) ?? this.anyCase.get(form.toLowerCase());
  }

  private isEdge(character: string | undefined): boolean {
    return character !== undefined && this.edge.test(character);
  }

  /** The longest form that begins at `at`, or null. */
  at(text: string, at: number): { end: number; meaning: Meaning } | null {
    for (const length of this.byBeginning.at(text.slice(at, at + 2), text.slice(at, at + 1))) {
      const end = at + length;
      if (end > text.length || (this.isEdge(text[end - 1]) && this.isEdge(text[end]))) continue;
      const meaning = this.meaningOf(text.slice(at, end));
      if (meaning !== undefined) return { end, meaning };
    }
    return null;
  }

  /** The longest form that ends at `end` and does not begin before `floor`, or null. */
  endingAt(text: string, end: number, floor: number): { start: number; meaning: Meaning } | null {
    for (const length of this.byEnd.at(text.slice(Math.max(0, end - 2), end), text.slice(Math.max(0, end - 1), end))) {
      const start = end - length;
      if (start < floor || (this.isEdge(text[start]) && this.isEdge(text[start - 1]))) continue;
      const meaning = this.meaningOf(text.slice(start, end));
      if (meaning !== undefined) return { start, meaning };
    }
    return null;
  }
}
