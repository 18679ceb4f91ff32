// The function table: name, trigger, route, method, level. Nothing else happens here. Levels are anonymous because the
// bearer token is the gate; function keys are no user security. Pages stand beside the API, so host.json has no prefix.

import { app, type HttpMethod } from '@azure/functions';
import type { Handler } from './answer';
import { buildQueued, poisoned, processQueued, sweepNow } from './background';
import { definition, form, forms, template } from './forms';
import { health } from './health';
import { master } from './master';
import { openapi } from './openapi';
import { asset, pane, uploadPage } from './pages';
import { extend, lock, unlock } from './period-acts';
import { session } from './session';
import { status } from './status';
import { original, submission, submissionWorkbook, values } from './submission';
import { acceptSubmission, returnSubmission } from './submission-acts';
import { submit } from './submissions';
import { unitFile } from './unit-file';

const CONNECTION = 'AzureWebJobsStorage';
const PAGE: HttpMethod[] = ['GET', 'HEAD'];
const PERIOD = 'api/forms/{form}/periods/{period}';

export function register(): void {
  const http = (name: string, method: HttpMethod | HttpMethod[], route: string, handler: Handler): void => {
    app.http(name, { methods: [method].flat(), route, authLevel: 'anonymous', handler });
  };
  http('session', 'POST', 'api/session', session);
  http('health', 'GET', 'api/health', health);
  http('openapi', 'GET', 'api/openapi.json', openapi);
  http('forms', 'GET', 'api/forms', forms);
  http('form', 'GET', PERIOD, form);
  http('definition', 'GET', `${PERIOD}/definition`, definition);
  http('unit-file', 'GET', `${PERIOD}/units/{unit}`, unitFile);
  http('template', 'GET', `${PERIOD}/template`, template);
  http('submit', 'POST', `${PERIOD}/submissions`, submit);
  http('status', 'GET', `${PERIOD}/status`, status);
  http('master', 'GET', `${PERIOD}/master`, master);
  http('lock', 'POST', `${PERIOD}/lock`, lock);
  http('unlock', 'POST', `${PERIOD}/unlock`, unlock);
  http('extend', 'POST', `${PERIOD}/extend`, extend);
  http('submission', 'GET', 'api/submissions/{id}', submission);
  http('submission-original', 'GET', 'api/submissions/{id}/original', original);
  http('submission-workbook', 'GET', 'api/submissions/{id}/workbook', submissionWorkbook);
  http('submission-values', 'GET', 'api/submissions/{id}/values', values);
  http('return', 'POST', 'api/submissions/{id}/return', returnSubmission);
  http('accept', 'POST', 'api/submissions/{id}/accept', acceptSubmission);
  http('upload-page', PAGE, 'nop', uploadPage);
  http('pane', PAGE, 'pane', pane);
  http('asset', PAGE, 'assets/{*file}', asset);
  app.storageQueue('process-submission', { queueName: 'submissions', connection: CONNECTION, handler: processQueued });
  app.storageQueue('submission-poisoned', {
    queueName: 'submissions-poison',
    connection: CONNECTION,
    handler: poisoned,
  });
  app.storageQueue('build-master', { queueName: 'masters', connection: CONNECTION, handler: buildQueued });
  app.timer('sweep', { schedule: '0 */5 * * * *', handler: sweepNow });
}
