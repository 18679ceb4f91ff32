// Stands in for the module '@azure/functions-core', which exists nowhere on disk: the Functions worker answers the
// library's require() for it. Through it the app registers its functions, and the library its programming model. Once
// per process, before anything loads the library: the library remembers for good when it finds no core.

import Module from 'node:module';
import type { FunctionCallback, FunctionMetadata, ProgrammingModel } from './invocation-model';
import type { HostLog } from './log';

export interface RegisteredFunction {
  readonly metadata: FunctionMetadata & { readonly functionId: string };
  readonly callback: FunctionCallback;
}

export type Hook = (context: object) => unknown;

export interface FunctionsCore {
  readonly functions: ReadonlyMap<string, RegisteredFunction>;
  /** Hooks of a name, in the order they were registered: `appStart`, `preInvocation`... */
  hooks(name: string): readonly Hook[];
  /** @throws Error where no library registered itself: the app has another copy of it, or none. */
  model(): ProgrammingModel;
  /** From now on nothing can be registered. */
  lock(): void;
}

let installed = false;

/** @throws Error at the second call in a process: functions of two apps would mix. */
export function installFunctionsCore(log: HostLog): FunctionsCore {
  if (installed) throw new Error('The functions core is installed already: one app per process.');
  installed = true;

  const functions = new Map<string, RegisteredFunction>();
  const hooks = new Map<string, Hook[]>();
  let model: ProgrammingModel | undefined;
  let locked = false;

  answerRequire('@azure/functions-core', {
    version: '3.12.0',
    hostVersion: '4.1040.0',
    Disposable,
    log,
    registerFunction(metadata: FunctionMetadata, callback: FunctionCallback) {
      if (locked) throw new Error('A function can only be registered during app startup.');
      const functionId = metadata.functionId ?? metadata.name;
      // The real host keeps the last of two and says nothing: a function lost.
      const taken = [...functions.keys()].some((id) => id.toLowerCase() === functionId.toLowerCase());
      if (taken) throw new Error(`A function with id "${functionId}" has already been registered.`);
      functions.set(functionId, { metadata: { ...metadata, functionId }, callback });
      return new Disposable(() => functions.delete(functionId));
    },
    registerHook(name: string, hook: Hook) {
      hooks.set(name, [...(hooks.get(name) ?? []), hook]);
      return new Disposable(() =>
        hooks.set(
          name,
          (hooks.get(name) ?? []).filter((one) => one !== hook),
        ),
      );
    },
    setProgrammingModel(given: ProgrammingModel) {
      model = given;
    },
    getProgrammingModel: () => model,
  });

  return {
    functions,
    hooks: (name) => hooks.get(name) ?? [],
    model() {
      if (model === undefined) throw new Error('The app did not load @azure/functions through this host.');
      return model;
    },
    lock() {
      locked = true;
    },
  };
}

/** What registering gives back: undoes the registration, once. */
class Disposable {
  #undo: (() => void) | undefined;

  constructor(undo: () => void) {
    this.#undo = undo;
  }

  static from(...many: { dispose?: () => void }[]): Disposable {
    return new Disposable(() => {
      for (const one of many) one.dispose?.();
    });
  }

  dispose(): void {
    this.#undo?.();
    this.#undo = undefined;
  }
}

/** From now on `require(name)` anywhere in this process gives `exported`. The worker does it the same way. */
function answerRequire(name: string, exported: object): void {
  const original = Module.prototype.require;
  Module.prototype.require = function (this: NodeJS.Module, id: string) {
    return id === name ? exported : Reflect.apply(original, this, [id]);
  } as typeof original;
}
