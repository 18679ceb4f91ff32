// What the app's folder says to its host: host.json, and local.settings.json where a developer keeps one. Reads only
// the parts this host acts on. Settings already in the environment are never overridden.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

export interface HostSettings {
  /** Before every route, without slashes at the ends; may be empty. */
  readonly routePrefix: string;
  readonly queues: QueueSettings;
  /** Origins that browsers may call from; `*` for all. */
  readonly corsOrigins: readonly string[];
  readonly corsCredentials: boolean;
}

export interface QueueSettings {
  /** Messages taken at once, 1 to 32. */
  readonly batchSize: number;
  /** Take more as soon as so few are left in work. */
  readonly newBatchThreshold: number;
  /** Tries before a message goes to the poison queue. */
  readonly maxDequeueCount: number;
  /** Wait between two tries of a message whose function failed. */
  readonly retrySeconds: number;
  readonly encoding: 'base64' | 'none';
}

export type Environment = Record<string, string | undefined>;

const seconds = z
  .string()
  .regex(/^\d{2}:\d{2}:\d{2}$/, 'expected hh:mm:ss')
  .transform((text) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));

const hostJson = z.looseObject({
  extensions: z
    .looseObject({
      http: z.looseObject({ routePrefix: z.string().default('api') }).prefault({}),
      queues: z
        .looseObject({
          batchSize: z.int().min(1).max(32).default(16),
          newBatchThreshold: z.int().min(0).optional(),
          maxDequeueCount: z.int().min(1).default(5),
          visibilityTimeout: seconds.default(0),
          messageEncoding: z.enum(['base64', 'none']).default('base64'),
        })
        .prefault({}),
    })
    .prefault({}),
});

const localSettings = z.looseObject({
  Values: z.record(z.string(), z.string()).default({}),
  Host: z.looseObject({ CORS: z.string().default(''), CORSCredentials: z.boolean().default(false) }).prefault({}),
});

/** The nearest folder from the bundle upwards that holds a host.json; the bundle's own where none does. */
export function findAppFolder(appFile: string): string {
  for (let folder = dirname(appFile); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'host.json'))) return folder;
    if (folder === dirname(folder)) return dirname(appFile);
  }
}

/**
 * Reads the settings and puts `Values` of local.settings.json into `environment` where nothing is yet.
 * @throws Error where a file is not JSON or holds a value of the wrong kind
 */
export function readSettings(appFolder: string, environment: Environment): HostSettings {
  const { http, queues } = read(hostJson, join(appFolder, 'host.json')).extensions;
  const { Values, Host } = read(localSettings, join(appFolder, 'local.settings.json'));
  for (const [name, value] of Object.entries(Values)) environment[name] ??= value;
  return {
    routePrefix: http.routePrefix.replace(/^\/+|\/+$/g, ''),
    queues: {
      batchSize: queues.batchSize,
      newBatchThreshold: queues.newBatchThreshold ?? Math.floor(queues.batchSize / 2),
      maxDequeueCount: queues.maxDequeueCount,
      retrySeconds: queues.visibilityTimeout,
      encoding: queues.messageEncoding,
    },
    corsOrigins: Host.CORS.split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
    corsCredentials: Host.CORSCredentials,
  };
}

/** `%NAME%` in a queue's name or a schedule becomes the setting of that name. */
export function expand(text: string, environment: Environment): string {
  return text.replace(/%([^%]+)%/g, (_, name: string) => {
    const value = environment[name];
    if (value === undefined) throw new Error(`"${text}": there is no setting ${name}.`);
    return value;
  });
}

/**
 * The connection string a trigger's `connection` names. Where it is named for an identity on Azure, the emulator's own
 * connection stands in: locally there is one storage.
 * @throws Error where there is none
 */
export function connectionOf(name: unknown, environment: Environment): string {
  const named = typeof name === 'string' ? (environment[name] ?? environment[`AzureWebJobs${name}`]) : undefined;
  const connection = named || environment.AzureWebJobsStorage;
  if (!connection) throw new Error('Queue functions need storage: set AzureWebJobsStorage to a connection string.');
  return connection;
}

function read<T>(schema: z.ZodType<T>, file: string): T {
  if (!existsSync(file)) return schema.parse({});
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file}: ${reason}`, { cause: error });
  }
}
