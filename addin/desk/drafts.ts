// Explanations that are being typed beside warnings and do not stand in the sheet yet. One counts only as long as the sheet still
// says what it said when the typing began: what somebody has written there since is newer.

interface Draft {
  readonly text: string;
  /** What stood in the sheet. */
  readonly over: string;
}

export class Drafts {
  private readonly drafts = new Map<string, Draft>();

  /** @param place the cell's name: `GT_A_01` */
  type(place: string, text: string, over: string): void {
    this.drafts.set(place, { text, over });
  }

  /** Undefined where there is none, or the sheet says something else by now. */
  text(place: string, stands: string): string | undefined {
    const draft = this.drafts.get(place);
    return draft?.over === stands ? draft.text : undefined;
  }

  get places(): readonly string[] {
    return [...this.drafts.keys()];
  }

  /** It was written; what was typed on meanwhile stays. */
  written(place: string, text: string): void {
    const draft = this.drafts.get(place);
    if (draft?.text.trim() === text) this.drafts.delete(place);
    else if (draft) this.drafts.set(place, { ...draft, over: text });
  }

  clear(): void {
    this.drafts.clear();
  }
}
