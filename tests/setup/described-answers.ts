// What a running centre answers in the tests, held against openapi.json: each status of each call is described, with its kind
// of content and its shape, which names every field; and a body that was taken is one that the document allows.

import { z } from 'zod';
import { DOCUMENT } from '../../functions/triggers/openapi-document';

type Content = Readonly<Record<string, { readonly schema: object }>>;
interface Call {
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
interface Described extends Call {
  /** `GET /health` */
  readonly name: string;
}

/**
 * From now on every `fetch` below `api` is looked at.
 * @returns ends it, and throws where an answer was not as described
 */
export function holdAgainstDocument(api: string): () => void {
  const faults = new Set<string>();
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const url = input instanceof Request ? input.url : String(input);
    if (url.startsWith(`${api}/`)) {
      const call = describedCall(init?.method ?? 'GET', new URL(url).pathname.slice(new URL(api).pathname.length));
      for (const fault of call ? await faultsOf(call, init ?? {}, answer) : []) faults.add(`${call!.name}: ${fault}`);
    }
    return answer;
  };
  return () => {
    globalThis.fetch = fetch;
    if (faults.size > 0) throw new Error(`Not as openapi.json describes it:\n${[...faults].join('\n')}`);
  };
}

/** Undefined where the document has no such call, as many a test asks for. */
export function describedCall(method: string, path: string): Described | undefined {
  for (const [template, calls] of Object.entries(DOCUMENT.paths)) {
    const call = (calls as Readonly<Record<string, Call>>)[method.toLowerCase()];
    if (call && new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
      return { ...call, name: `${method} ${template}` };
  }
  return undefined;
}

async function faultsOf(call: Described, { body, headers }: RequestInit, answer: Response): Promise<string[]> {
  const { status } = answer;
  const sent = typeof body === 'string' && answer.ok ? bodyFaults(call, typeOf(new Headers(headers)), body) : [];
  const response = call.responses[status];
  if (!response) return [...sent, `${status} is not described`];
  if (!response.content) return sent;
  const type = typeOf(answer.headers);
  const described = response.content[type];
  if (!described) return [...sent, `${status} as ${type} is not described`];
  if (!type.endsWith('json')) return sent;
  return [
    ...sent,
    ...schemaFaults(described.schema, await answer.clone().json(), 'answer').map((fault) => `${status} ${fault}`),
  ];
}

/** Nothing at all is a body that may be left out. */
function bodyFaults({ requestBody }: Call, type: string, body: string): string[] {
  const schema = requestBody?.content[type]?.schema;
  if (!schema) return [`a body of ${type} was taken and is not described`];
  return body === '' ? [] : schemaFaults(schema, JSON.parse(body), 'body').map((fault) => `body ${fault}`);
}

const typeOf = (headers: Headers): string => (headers.get('content-type') ?? '').split(';')[0]!;

/** What a value has against its schema; an answer must not hold more than is described, though it may one day. */
export function schemaFaults(schema: object, value: unknown, of: 'body' | 'answer'): string[] {
  const { error } = reader(schema, of).safeParse(value);
  return (error?.issues ?? []).map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
}

const readers = { body: new Map<object, z.ZodType>(), answer: new Map<object, z.ZodType>() };

function reader(schema: object, of: 'body' | 'answer'): z.ZodType {
  const known = readers[of].get(schema);
  if (known) return known;
  const whole = { ...schema, $defs: DOCUMENT.components.schemas };
  const json = JSON.stringify(of === 'body' ? whole : withoutMore(whole));
  const made = z.fromJSONSchema(JSON.parse(json.replaceAll('#/components/schemas/', '#/$defs/')));
  readers[of].set(schema, made);
  return made;
}

function withoutMore(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutMore);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, withoutMore(part)]));
  return Object.hasOwn(schema, 'properties') ? { additionalProperties: false, ...inside } : inside;
}
