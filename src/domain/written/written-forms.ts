/**
 * Looks up written forms (currencies, units) at a place in a text, the longest first. A table instead of one large
 * regular expression: pages have thousands of numbers, and most characters begin no form at all.
 */
export class WrittenForms<Meaning> {
  private readonly exact = new Map<string, Meaning>();
  private readonly anyCase = new Map<string, Meaning>();
  /** Lengths of the forms by their first character in lower case, longest first. */
  private readonly lengths = new Map<string, number[]>();
  private readonly lastCharacters = new Set<string>();
  private longest = 0;

  /** `edge` tells the characters that must not go on behind or before a form that ends or begins with one. */
  constructor(private readonly edge: RegExp) {}

  add(form: string, meaning: Meaning, caseCounts: boolean): void {
    const map = caseCounts ? this.exact : this.anyCase;
    const key = caseCounts ? form : form.toLowerCase();
    map.set(key, meaning);
    const first = (form[0] ?? '').toLowerCase();
    const known = new Set(this.lengths.get(first)).add(form.length);
    this.lengths.set(
      first,
      [...known].sort((a, b) => b - a),
    );
    this.lastCharacters.add((form.at(-1) ?? '').toLowerCase());
    this.longest = Math.max(this.longest, form.length);
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
    for (const length of this.lengths.get((text[at] ?? '').toLowerCase()) ?? []) {
      const end = at + length;
      if (end > text.length || (this.isEdge(text[end - 1]) && this.isEdge(text[end]))) continue;
      const meaning = this.meaningOf(text.slice(at, end));
      if (meaning !== undefined) return { end, meaning };
    }
    return null;
  }

  /** The longest form that ends at `end` and does not begin before `floor`, or null. */
  endingAt(text: string, end: number, floor: number): { start: number; meaning: Meaning } | null {
    if (!this.lastCharacters.has((text[end - 1] ?? '').toLowerCase())) return null;
    for (let start = Math.max(floor, end - this.longest); start < end; start++) {
      if (!this.lengths.has((text[start] ?? '').toLowerCase())) continue;
      if (this.isEdge(text[start]) && this.isEdge(text[start - 1])) continue;
      const meaning = this.meaningOf(text.slice(start, end));
      if (meaning !== undefined) return { start, meaning };
    }
    return null;
  }
}
