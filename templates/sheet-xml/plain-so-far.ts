// Whether a part has been free of `<!` so far: behind one (a comment, CDATA) text may only look like an element, so what edits
// the text of a part before it is parsed stops there for good.

export class PlainSoFar {
  private plain = true;
  private endedOpen = false;

  /** @param chunk the next piece of the part @returns whether this piece, too, is free of `<!`, also one cut in two */
  includes(chunk: string): boolean {
    if (!this.plain) return false;
    this.plain = !((this.endedOpen && chunk.startsWith('!')) || chunk.includes('<!'));
    this.endedOpen = chunk.endsWith('<');
    return this.plain;
  }
}
