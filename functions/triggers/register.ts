// The function table: name, trigger, route, method, level. Nothing else happens here. Levels are anonymous because the
// bearer token is the gate; function keys are no user security.

import { app, type HttpMethod } from '@azure/functions';
import type { Handler } from './answer';
import { buildQueued, poisoned, processQueued, sweepNow } from './background';
import { form, template } from './forms';
import { health } from './health';
import { master } from './master';
import { openapi } from './openapi';
import { extend, lock, unlock } from './period-acts';
import { session } from './session';
import { status } from './status';
import { original, submission } from './submission';
import { submit } from './submissions';

const CONNECTION = 'AzureWebJobsStorage';
const PERIOD = 'forms/{form}/periods/{period}';

export function register(): void {
  const http = (name: string, method: HttpMethod, route: string, handler: Handler): void => {
    app.http(name, { methods: [method], route, authLevel: 'anonymous', handler });
  };
  http('session', 'POST', 'session', session);
  http('health', 'GET', 'health', health);
  http('openapi', 'GET', 'openapi.json', openapi);
  http('form', 'GET', PERIOD, form);
  http('template', 'GET', `${PERIOD}/template`, template);
  http('submit', 'POST', `${PERIOD}/submissions`, submit);
  http('status', 'GET', `${PERIOD}/status`, status);
  http('master', 'GET', `${PERIOD}/master`, master);
  http('lock', 'POST', `${PERIOD}/lock`, lock);
  http('unlock', 'POST', `${PERIOD}/unlock`, unlock);
  http('extend', 'POST', `${PERIOD}/extend`, extend);
  http('submission', 'GET', 'submissions/{id}', submission);
  http('submission-workbook', 'GET', 'submissions/{id}/workbook', original);
  app.storageQueue('process-submission', { queueName: 'submissions', connection: CONNECTION, handler: processQueued });
  app.storageQueue('submission-poisoned', {
    queueName: 'submissions-poison',
    connection: CONNECTION,
    handler: poisoned,
  });
  app.storageQueue('build-master', { queueName: 'masters', connection: CONNECTION, handler: buildQueued });
  app.timer('sweep', { schedule: '0 */5 * * * *', handler: sweepNow });
}
