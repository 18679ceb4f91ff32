// What stands behind a proxy of Office.js: the members of one kind of object, by their names on the wire (Office.js's own
// names with a capital). A member that is not listed is not there, and asking for it is refused by process-query.ts.

export interface ApiObject {
  /** For messages: `Range`. */
  readonly type: string;
  /** What the library is told when it makes the proxy, such as an id. */
  readonly identity?: () => Record<string, unknown>;
  /** What can be loaded. */
  readonly scalars?: Readonly<Record<string, () => unknown>>;
  /** Properties that are objects. */
  readonly links?: Readonly<Record<string, () => ApiObject>>;
  readonly methods?: Readonly<Record<string, (...args: readonly Argument[]) => Outcome>>;
  readonly setters?: Readonly<Record<string, (value: unknown) => void>>;
  /** Of a collection. */
  readonly items?: () => readonly ApiObject[];
  /** The cells of a range, for methods that take another range. */
  readonly cells?: import('../workbook/recalculate').Place;
}

/** A plain value, or the object that a proxy stands for. */
export type Argument = unknown;

/** A new object, a plain result, or nothing. */
export type Outcome = ApiObject | { readonly result: unknown } | undefined | Promise<undefined>;

/** `isNullObject` on the other side. */
export const NULL_OBJECT: ApiObject = { type: 'Null' };

export function isResult(outcome: Outcome): outcome is { readonly result: unknown } {
  return typeof outcome === 'object' && 'result' in outcome;
}
