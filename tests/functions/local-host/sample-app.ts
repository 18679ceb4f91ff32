// A small app for the tests of the local host: one function for each thing the host promises. It is bundled as the real
// one is, and tells over http what its queue and timer functions saw.

import { app, type HttpHandler } from '@azure/functions';

const seen: { echoes: number; messages: unknown[]; timers: unknown[] } = { echoes: 0, messages: [], timers: [] };

app.http('echo', {
  methods: ['POST', 'PUT'],
  handler: async (request) => {
    seen.echoes++;
    const headers = {
      'content-type': request.headers.get('content-type') ?? 'none',
      'x-query': request.query.get('q') ?? '',
    };
    return { status: 201, headers, body: new Uint8Array(await request.arrayBuffer()) };
  },
});

app.http('file', {
  methods: ['GET'],
  route: 'units/{unit}/files/{name?}',
  handler: (request) => ({ jsonBody: { ...request.params, url: request.url } }),
});

app.http('allFiles', { methods: ['GET'], route: 'units/all/files', handler: () => ({ body: 'all' }) });

app.http('boom', {
  handler: () => {
    throw new Error('boom, as asked');
  },
});

// The library's types know no handler without an answer; JavaScript does.
app.http('nothing', { handler: (() => undefined) as unknown as HttpHandler });

app.http('slow', {
  handler: async (_, context) => {
    context.log('slow has begun');
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { body: 'slow but whole' };
  },
});

app.http('seen', { methods: ['GET'], handler: () => ({ jsonBody: { ...seen, greeting: process.env.GREETING } }) });

app.storageQueue('work', {
  queueName: '%WORK_QUEUE%',
  connection: 'Storage',
  handler: async (message, context) => {
    const tries = Number(context.triggerMetadata?.dequeueCount);
    seen.messages.push({ message, tries });
    const { failures = 0, hang = 0 } = message as { failures?: number; hang?: number };
    if (tries <= hang) await new Promise(() => setInterval(() => {}, 1000));
    if (tries <= failures) throw new Error('failed, as asked');
  },
});

app.timer('nightly', {
  schedule: '0 0 3 1 Jan *',
  handler: (timer) => {
    seen.timers.push(timer);
  },
});

app.eventGrid('never', { handler: () => {} });
