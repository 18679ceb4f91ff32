// Runs one function once, through the library's own invocation model: the same conversions of requests, messages and
// answers as on Azure. Knows no trigger; whoever calls brings the trigger's data and reads the answer.

import { randomUUID } from 'node:crypto';
import type { FunctionsCore } from './functions-core';
import type { CoreInvocationContext, InvocationResponse, TypedData } from './invocation-model';
import type { LoadedFunction } from './load-app';
import type { HostLog } from './log';

/**
 * Rejects with what the handler threw.
 * @param triggerMetadata what the host tells besides the data, e.g. `DequeueCount`
 */
export type Invoke = (
  fn: LoadedFunction,
  data: TypedData,
  triggerMetadata?: Readonly<Record<string, TypedData>>,
) => Promise<InvocationResponse>;

export function invokeThrough(core: FunctionsCore, log: HostLog): Invoke {
  const appHookData = {};

  return async (fn, data, triggerMetadata = {}) => {
    const invocationId = randomUUID();
    const context: CoreInvocationContext = {
      invocationId,
      metadata: fn.metadata,
      state: undefined,
      request: {
        invocationId,
        functionId: fn.metadata.functionId,
        inputData: [{ name: fn.inputName, data }],
        triggerMetadata,
        traceContext: { traceParent: '', traceState: '', attributes: {} },
      },
      log: (level, category, message) => log(level, category, `[${fn.name}] ${message}`),
    };
    const model = core.model().getInvocationModel(context);
    const { context: invocationContext, inputs } = await model.getArguments();
    const shared = { hookData: {}, appHookData, invocationContext };

    const before = { ...shared, inputs, functionCallback: fn.callback };
    context.state = 'preInvocationHooks';
    for (const hook of core.hooks('preInvocation')) await hook(before);

    const after: { result: unknown; error: unknown } = { result: null, error: null };
    context.state = 'invocation';
    try {
      after.result = await model.invokeFunction(invocationContext, before.inputs, before.functionCallback);
    } catch (error) {
      after.error = error ?? new Error(`${fn.name} threw ${error}`);
    }

    const outcome = { ...shared, ...after, inputs: before.inputs };
    context.state = 'postInvocationHooks';
    for (const hook of core.hooks('postInvocation')) await hook(outcome);
    context.state = undefined;
    if (outcome.error) throw outcome.error;
    return model.getResponse(invocationContext, outcome.result);
  };
}
