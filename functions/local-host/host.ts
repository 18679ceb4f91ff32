// A local host for Azure Functions: loads the very bundle that is deployed and runs its http, queue and timer functions
// as the real host does. For development and tests only: no keys, no scaling, no singleton timers, one app per process.

import { openQueueInbox } from '../store/azure-queue-inbox';
import { type FunctionRow, functionTable } from './function-table';
import { installFunctionsCore } from './functions-core';
import { startHttpServer } from './http-server';
import type { InvocationResponse, TypedData } from './invocation-model';
import { type Invoke, invokeThrough } from './invoke';
import { type LoadedFunction, loadApp } from './load-app';
import { consoleLog, type HostLog, traceOf } from './log';
import type { MessageWork } from './queue-message';
import { runQueue } from './queue-trigger';
import { connectionOf, type Environment, expand, findAppFolder, type HostSettings, readSettings } from './settings';
import { nextRun, runTimer, timerData } from './timer-trigger';

export interface HostOptions {
  /** The CommonJS bundle, absolute; it must contain @azure/functions or be able to require it. */
  readonly appFile: string;
  /** Default 7071, as the real host; 0 for any free one. */
  readonly port?: number;
  /** Where host.json and local.settings.json lie; by default searched from the bundle upwards. */
  readonly appFolder?: string;
  /** Settings; default the process's own, where the app finds them too. */
  readonly environment?: Environment;
  readonly log?: HostLog;
  /**
   * How long a queue message stays hidden once the host that took it is dead. A living host renews in time, so this can
   * be short. Default 60.
   */
  readonly inFlightSeconds?: number;
}

export interface Host {
  readonly port: number;
  /** e.g. `http://127.0.0.1:7071` */
  readonly url: string;
  readonly functions: readonly FunctionRow[];
  /** Takes nothing new, then waits for requests, messages and timers in work. */
  close(): Promise<void>;
}

/** Loads the app and tells its functions, without running anything. Once per process. */
export async function describeApp(options: Pick<HostOptions, 'appFile' | 'log'>): Promise<FunctionRow[]> {
  const log = options.log ?? consoleLog;
  return functionTable(await loadApp(options.appFile, installFunctionsCore(log), log));
}

/** Once per process. @throws Error where the app does not load, a setting is missing or the port is taken */
export async function startHost(options: HostOptions): Promise<Host> {
  const { appFile, log = consoleLog, environment = process.env } = options;
  const settings = readSettings(options.appFolder ?? findAppFolder(appFile), environment);
  const core = installFunctionsCore(log);
  const functions = await loadApp(appFile, core, log);
  const invoke = invokeThrough(core, log);
  const table = functionTable(functions);
  const running = new Set<Promise<unknown>>();
  const stop = new AbortController();

  /** Runs asked for by hand: closing waits for them as well. */
  function run(fn: LoadedFunction, data: TypedData): Promise<InvocationResponse> {
    const done = invoke(fn, data);
    const logged = done
      .catch((error) => log('error', 'system', `${fn.name}: ${traceOf(error)}`))
      .finally(() => running.delete(logged));
    running.add(logged);
    return done;
  }

  const loops = functions.map((fn) => prepareLoop(fn, { settings, environment, invoke, log, options }));
  const admin = { functions, table, run, timerData };
  const server = await startHttpServer({ port: options.port ?? 7071, settings, invoke, admin, log });
  const loopsDone = Promise.all(loops.map((loop) => loop(stop.signal)));

  return {
    port: server.port,
    url: `http://127.0.0.1:${server.port}`,
    functions: table,
    async close() {
      stop.abort();
      await server.close();
      await loopsDone;
      await Promise.all(running);
      for (const hook of core.hooks('appTerminate')) await hook({ appHookData: {} });
    },
  };
}

type Loop = (stop: AbortSignal) => Promise<void>;

interface LoopParts {
  readonly settings: HostSettings;
  readonly environment: Environment;
  readonly invoke: Invoke;
  readonly log: HostLog;
  readonly options: HostOptions;
}

/** Reads what a function's loop needs, so that a wrong schedule or a missing setting fails the start, not a run. */
function prepareLoop(fn: LoadedFunction, { settings, environment, invoke, log, options }: LoopParts): Loop {
  if (fn.trigger === 'queue') {
    const queue = expand(String(fn.binding.queueName), environment);
    const inbox = openQueueInbox(connectionOf(fn.binding.connection, environment), queue);
    const work: MessageWork = {
      queue,
      settings: settings.queues,
      inFlightSeconds: options.inFlightSeconds ?? 60,
      log,
      run: (text, metadata) => invoke(fn, { string: text }, metadata),
    };
    return (stop) => runQueue(inbox, work, stop);
  }
  if (fn.trigger === 'timer') {
    const schedule = expand(String(fn.binding.schedule), environment);
    nextRun(schedule, new Date());
    const runOnStartup = fn.binding.runOnStartup === true;
    return (stop) => runTimer({ name: fn.name, schedule, runOnStartup, log, run: (data) => invoke(fn, data) }, stop);
  }
  return async () => {};
}
