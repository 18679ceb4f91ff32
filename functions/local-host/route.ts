// Route templates of http functions, as ASP.NET Core reads them for the real host: `units/{unit}/files/{name?}`,
// `{*rest}`, `{n:int}`, `{id:guid}`, `report-{period}.xlsx`. Of two routes that match, the more literal one wins.
// Refuses other constraints and defaults (`{n:min(1)}`, `{n=1}`) instead of ignoring them.

export type RouteParams = Readonly<Record<string, string>>;

export interface Route {
  /** The template without its parameters' names: two routes of one shape match the same paths. */
  readonly shape: string;
  /** @param path decoded by nobody yet, e.g. `/api/units/S%E1%BB%9F` */
  match(path: string): RouteParams | undefined;
  /** By segment; lower is more specific. */
  readonly ranks: readonly number[];
}

/** @throws Error where the template is not one this host understands */
export function parseRoute(template: string): Route {
  const segments = split(template).map((text) => parseSegment(text, template));
  const names = segments.flatMap((segment) => segment.names);
  if (new Set(names).size < names.length) throw new Error(`Route "${template}" names a parameter twice.`);
  if (segments.slice(0, -1).some((segment) => segment.optional)) {
    throw new Error(`Route "${template}": only the last segment can be optional or {*rest}.`);
  }
  return {
    shape: segments.map((segment) => `${segment.pattern.source}${segment.rank}`).join('/'),
    ranks: segments.map((segment) => segment.rank),
    match: (path) => matchAll(segments, split(path).map(decode)),
  };
}

/** Sorts the route that should be tried first to the front. */
export function bySpecificity(a: Route, b: Route): number {
  for (let i = 0; i < Math.max(a.ranks.length, b.ranks.length); i++) {
    const difference = (a.ranks[i] ?? -1) - (b.ranks[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

interface Segment {
  readonly pattern: RegExp;
  /** One for each group of the pattern. */
  readonly names: readonly string[];
  readonly optional: boolean;
  readonly rank: number;
}

const RANK = { literal: 0, mixed: 1, constrained: 2, parameter: 3, rest: 4 };
const CONSTRAINTS: Readonly<Record<string, string>> = {
  int: '-?\\d+',
  guid: '[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}',
};

function split(path: string): string[] {
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? [] : trimmed.split('/');
}

function parseSegment(text: string, template: string): Segment {
  const rest = /^\{\*{1,2}(\w+)\}$/.exec(text)?.[1];
  if (rest !== undefined) return { pattern: /^(.+)$/su, names: [rest], optional: true, rank: RANK.rest };

  const names: string[] = [];
  let constrained = false;
  const pieces = text.split(/(\{[^{}]*\})/).filter((piece) => piece !== '');
  const source = pieces.map((piece) => {
    if (!/[{}]/.test(piece)) return piece.replace(/[\\^$.*+?()[\]|/]/g, '\\$&');
    const [, name, constraint, optional] = /^\{(\w+)(?::(\w+))?(\?)?\}$/.exec(piece) ?? [];
    if (name === undefined || (constraint !== undefined && !(constraint in CONSTRAINTS))) {
      throw new Error(`Route "${template}": the local host does not understand "${piece}".`);
    }
    if (optional && pieces.length > 1) throw new Error(`Route "${template}": "${piece}" must be a whole segment.`);
    names.push(name);
    constrained ||= constraint !== undefined;
    return `(${constraint === undefined ? '.+' : CONSTRAINTS[constraint]})`;
  });
  const pattern = new RegExp(`^${source.join('')}$`, 'isu');
  return { pattern, names, optional: text.endsWith('?}'), rank: rankOf(names.length, pieces.length, constrained) };
}

function rankOf(names: number, pieces: number, constrained: boolean): number {
  if (names === 0) return RANK.literal;
  if (pieces > 1) return RANK.mixed;
  return constrained ? RANK.constrained : RANK.parameter;
}

/** `%2F` stays as it is: the real host does not let an encoded slash become one. Malformed escapes stay, too. */
function decode(segment: string): string {
  try {
    return segment.split(/%2f/i).map(decodeURIComponent).join('%2F');
  } catch {
    return segment;
  }
}

function matchAll(segments: readonly Segment[], given: readonly string[]): RouteParams | undefined {
  const isRest = segments.at(-1)?.rank === RANK.rest;
  const parts = isRest && given.length > segments.length ? joinTail(given, segments.length) : given;
  if (parts.length > segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, segment] of segments.entries()) {
    const part = parts[i];
    if (part === undefined) {
      if (!segment.optional) return undefined;
      continue;
    }
    const found = segment.pattern.exec(part);
    if (found === null) return undefined;
    for (const [k, name] of segment.names.entries()) params[name] = found[k + 1] ?? '';
  }
  return params;
}

/** a, b, c, d kept to 2 segments: a, b/c/d. */
function joinTail(parts: readonly string[], length: number): string[] {
  return [...parts.slice(0, length - 1), parts.slice(length - 1).join('/')];
}
