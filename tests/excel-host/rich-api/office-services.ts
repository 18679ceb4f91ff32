// Office's own services behind Office.addin: whether the task pane is shown, and whether the add-in starts with the workbook.

import { HostError } from '../workbook/stored-cell';
import type { ApiObject } from './api-object';

export interface Pane {
  /** Shown as a task pane; a shared runtime lives on when it is hidden. */
  shown: boolean;
  /** `Office.StartupBehavior`. */
  startup: 'none' | 'load';
}

const states = ['Inactive', 'Background', 'Visible'];

export function officeServices(pane: Pane): Readonly<Record<string, ApiObject>> {
  return {
    'Microsoft.AppRuntime.AppRuntimeService': {
      type: 'AppRuntimeService',
      methods: {
        SetAppRuntimeState: (state) => {
          pane.shown = known(state) === 'Visible';
          return undefined;
        },
        GetAppRuntimeState: () => ({ result: pane.shown ? 'Visible' : 'Background' }),
      },
    },
    'Microsoft.AppRuntime.AppRuntimePersistenceService': {
      type: 'AppRuntimePersistenceService',
      methods: {
        SetAppRuntimeStartState: (state) => {
          pane.startup = known(state) === 'Inactive' ? 'none' : 'load';
          return undefined;
        },
        GetAppRuntimeStartState: () => ({ result: pane.startup === 'load' ? 'Background' : 'Inactive' }),
      },
    },
    'Microsoft.InternalService.AddinInternalService': {
      type: 'AddinInternalService',
      methods: { NotifyActionHandlerReady: () => undefined },
    },
  };
}

function known(state: unknown): string {
  if (!states.includes(String(state))) throw new HostError('InvalidArgument', `${state}: no state of a runtime`);
  return String(state);
}
