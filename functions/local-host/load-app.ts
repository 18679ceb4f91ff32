// Loads the deployed bundle into this process and finds out what it registered. Reads the trigger of each function, and
// says loudly what this host will not run. Refuses an app without functions: the usual sign of a wrong file.

import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { FunctionsCore, RegisteredFunction } from './functions-core';
import type { Binding } from './invocation-model';
import type { HostLog } from './log';

export interface LoadedFunction extends RegisteredFunction {
  readonly name: string;
  /** `http`, `queue`, `timer`, or another kind that this host does not run. */
  readonly trigger: string;
  /** The trigger's name among the bindings. */
  readonly inputName: string;
  readonly binding: Binding;
}

/**
 * @param appFile the CommonJS bundle, absolute
 * @returns the functions, by name
 * @throws Error where the file does not load, registers nothing, or asks for what this host cannot do
 */
export async function loadApp(appFile: string, core: FunctionsCore, log: HostLog): Promise<LoadedFunction[]> {
  createRequire(appFile)(appFile);
  for (const hook of core.hooks('appStart')) {
    await hook({ hookData: {}, appHookData: {}, functionAppDirectory: dirname(appFile) });
  }
  if (core.functions.size === 0) throw new Error(`No functions found in ${appFile}.`);
  const capabilities = await core.model().getCapabilities({});
  if (capabilities.HttpUri) throw new Error('The app streams http bodies (enableHttpStream): the local host does not.');
  core.lock();

  const loaded = [...core.functions.values()].map(toLoaded);
  for (const one of loaded) warnOfUnsupported(one, log);
  return loaded.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const SUPPORTED = new Set(['http', 'queue', 'timer']);

function toLoaded(registered: RegisteredFunction): LoadedFunction {
  const { name, bindings } = registered.metadata;
  const found = Object.entries(bindings).find(([, { type }]) => /trigger$/i.test(type));
  if (found === undefined) throw new Error(`Function "${name}" has no trigger.`);
  const [inputName, binding] = found;
  return { ...registered, name, inputName, binding, trigger: binding.type.replace(/trigger$/i, '') };
}

function warnOfUnsupported({ name, trigger, inputName, metadata }: LoadedFunction, log: HostLog): void {
  if (!SUPPORTED.has(trigger))
    log('warning', 'system', `THE TRIGGER "${trigger}" OF ${name} IS NOT RUN by the local host.`);
  for (const [key, { type }] of Object.entries(metadata.bindings)) {
    if (key === inputName || type.toLowerCase() === 'http') continue;
    log('warning', 'system', `THE BINDING "${type}" OF ${name} IS NOT SERVED by the local host.`);
  }
}
