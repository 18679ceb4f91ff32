// What an app offers, as a table: one row per function. Compared with a committed snapshot it shows a function that got
// lost on the way into the bundle, a route that moved, or an access level that changed.

import type { LoadedFunction } from './load-app';

export interface FunctionRow {
  readonly name: string;
  /** `http`, `queue`, `timer`, or another kind. */
  readonly trigger: string;
  /** As registered, without the prefix of host.json; http only. */
  readonly route?: string;
  /** Upper case, sorted; http only. */
  readonly methods?: readonly string[];
  readonly authLevel?: string;
  readonly queue?: string;
  /** NCRONTAB; timer only. */
  readonly schedule?: string;
}

/** Rows sorted by name. */
export function functionTable(functions: readonly LoadedFunction[]): FunctionRow[] {
  return functions.map(toRow).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The route of an http function: its name, unless it was given one. */
export function routeOf({ name, binding }: LoadedFunction): string {
  return typeof binding.route === 'string' ? binding.route : name;
}

/** Upper case and sorted. Never empty: the library fills in GET and POST where none are given. */
export function methodsOf({ binding }: LoadedFunction): string[] {
  const methods = Array.isArray(binding.methods) ? binding.methods : [];
  return methods.map((method) => String(method).toUpperCase()).sort();
}

function toRow(fn: LoadedFunction): FunctionRow {
  const { name, trigger, binding } = fn;
  if (trigger === 'http') {
    return { name, trigger, route: routeOf(fn), methods: methodsOf(fn), authLevel: String(binding.authLevel) };
  }
  if (trigger === 'queue') return { name, trigger, queue: String(binding.queueName) };
  if (trigger === 'timer') return { name, trigger, schedule: String(binding.schedule) };
  return { name, trigger };
}
