// Answers one request of Microsoft's Office.js (dispatch 93, "ProcessQuery"): object paths are walked, actions carried out
// in order until one fails. Knows the protocol and no Excel; what is there to be asked stands in the objects beside it.

import { HostError, notImplemented } from '../workbook/stored-cell';
import { type ApiObject, isResult, NULL_OBJECT, type Outcome } from './api-object';

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] };
}

export interface Query {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface Roots {
  readonly workbook: ApiObject;
  /** Office's own services, by the name that the library makes them with. */
  readonly services: Readonly<Record<string, ApiObject>>;
  /** Objects that outlive a request (tracked ranges), by reference. */
  readonly references: Map<string, ApiObject>;
}

export interface Reply {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly Error?: { readonly Code: string; readonly Message: string; readonly ActionIndex: number };
}

const PATH = { workbook: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;
const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

export async function processQuery(query: Query, roots: Roots): Promise<Reply> {
  const walked = new Map<number, ApiObject>();
  const walk = async (id: number): Promise<ApiObject> => {
    const known = walked.get(id);
    if (known) return known;
    const found = await step(query.ObjectPaths[id]!);
    walked.set(id, found);
    return found;
  };
  const valuesOf = (info: ArgumentInfo | undefined): Promise<unknown[]> =>
    Promise.all(
      (info?.Arguments ?? []).map((value, i) => {
        const reference = info?.ReferencedObjectPathIds?.[i];
        return typeof reference === 'number' && reference > 0 ? walk(reference) : value;
      }),
    );
  const step = async (path: ObjectPath): Promise<ApiObject> => {
    const { ObjectPathType: type, Name: name } = path;
    if (type === PATH.workbook) return roots.workbook;
    if (type === PATH.newObject) return roots.services[name] ?? missing(name);
    if (type === PATH.nullObject) return NULL_OBJECT;
    if (type === PATH.reference)
      return roots.references.get(name) ?? refuse('InvalidReference', `${name} is not tracked`);
    const parent = await walk(path.ParentObjectPathId!);
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    if (type === PATH.property) return (parent.links?.[name] ?? missing(`${parent.type}.${name}`))();
    if (type !== PATH.method && type !== PATH.indexer) throw notImplemented(`object path of type ${type}`);
    const outcome = await call(parent, name || 'GetItem', await valuesOf(path.ArgumentInfo));
    return outcome === undefined || isResult(outcome) ? missing(`object from ${parent.type}.${name}`) : outcome;
  };
  const carryOut = async (action: Action): Promise<unknown> => {
    if (action.ActionType === ACTION.trace) return null;
    const object = await walk(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object === NULL_OBJECT ? null : (object.identity?.() ?? {});
      case ACTION.query:
        return object === NULL_OBJECT ? null : loaded(object, selected(action));
      case ACTION.method: {
        const outcome = await call(object, action.Name, await valuesOf(action.ArgumentInfo));
        return outcome !== undefined && isResult(outcome) ? outcome.result : null;
      }
      case ACTION.setProperty: {
        const set = object.setters?.[action.Name] ?? missing(`setting of ${object.type}.${action.Name}`);
        set((await valuesOf(action.ArgumentInfo))[0]);
        return null;
      }
      default:
        throw notImplemented(`action of type ${action.ActionType}`);
    }
  };

  const Results: { ActionId: number; Value: unknown }[] = [];
  for (const [index, action] of query.Actions.entries()) {
    try {
      Results.push({ ActionId: action.Id, Value: await carryOut(action) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { Results, Error: { Code: error.code, Message: error.message, ActionIndex: index } };
    }
  }
  return { Results };
}

async function call(object: ApiObject, name: string, args: readonly unknown[]): Promise<Awaited<Outcome>> {
  const method = object.methods?.[name] ?? missing(`${object.type}.${name}()`);
  return await method(...args);
}

function selected({ QueryInfo }: Action): readonly string[] {
  return [...(QueryInfo?.Select ?? []), ...(QueryInfo?.Expand ?? [])];
}

/** Nothing selected, or `*`: every scalar. */
function loaded(object: ApiObject, select: readonly string[]): Record<string, unknown> {
  if (!object.items) return picked(object, select);
  const own = picked({ ...object, scalars: object.scalars ?? {} }, []);
  return { ...own, _Items: object.items().map((item) => ({ ...item.identity?.(), ...picked(item, select) })) };
}

function picked(object: ApiObject, select: readonly string[]): Record<string, unknown> {
  const scalars = object.scalars ?? {};
  const plain = select.filter((path) => !path.includes('/'));
  const names =
    select.length === 0 || plain.some((n) => n === '*' || n === '$all') ? Object.keys(scalars) : plain.map(capital);
  const out: Record<string, unknown> = {};
  for (const name of names) {
    if (scalars[name]) out[name] = scalars[name]();
    else out[name] = loaded((object.links?.[name] ?? missing(`${object.type}.${name}`))(), []);
  }
  for (const [name, paths] of nested(select)) {
    const child = (object.links?.[name] ?? missing(`${object.type}.${name}`))();
    out[name] = child === NULL_OBJECT ? null : loaded(child, paths);
  }
  return out;
}

/** `format/font/name` → `Format`: `font/name`. */
function nested(select: readonly string[]): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const path of select) {
    const slash = path.indexOf('/');
    if (slash < 0) continue;
    const name = capital(path.slice(0, slash));
    children.set(name, [...(children.get(name) ?? []), path.slice(slash + 1)]);
  }
  return children;
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function missing(what: string): never {
  throw notImplemented(what);
}

function refuse(code: string, message: string): never {
  throw new HostError(code, message);
}
