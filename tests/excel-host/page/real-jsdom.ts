// jsdom, loaded by Node itself: some of what it needs are ES modules, which Node can `require` and jest's own loader cannot
// (before Node 24.9). It then also stands outside jest's sandbox, as a browser would.

import { runInThisContext } from 'node:vm';

type JsdomModule = typeof import('jsdom');
interface NodeProcess {
  getBuiltinModule(name: 'module'): typeof import('node:module');
}

let loaded: JsdomModule | undefined;

export function realJsdom(): JsdomModule {
  const node = runInThisContext('process') as NodeProcess;
  loaded ??= node.getBuiltinModule('module').createRequire(__filename)('jsdom') as JsdomModule;
  return loaded;
}
