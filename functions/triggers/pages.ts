// GET and HEAD /nop, /pane, /assets/…: the upload page and the add-in's task pane, with what they load. They ask nothing of
// storage: the pages come even while it is away.

import { join } from 'node:path';
import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import { type PageKind, pageAnswer } from '../pages/page-answer';
import { webFiles } from '../pages/web-files';
import type { Handler } from './answer';

/** Built beside the bundle. */
const find = webFiles(join(__dirname, 'web'));
const NO_PAGE = {
  status: 404,
  headers: {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body: 'Không có trang này, hoặc trang chưa được dựng (npm run build).\nNo such page, or it was not built yet.\n',
};

const page =
  (kind: PageKind, pathOf: (request: HttpRequest) => string): Handler =>
  async (request) => {
    const file = await find(pathOf(request));
    const { headers } = request;
    const asked = { acceptEncoding: headers.get('accept-encoding'), ifNoneMatch: headers.get('if-none-match') };
    const { body, ...head } = file ? pageAnswer(file, kind, asked) : NO_PAGE;
    const answer: HttpResponseInit = { ...head, headers: { ...head.headers } };
    return body === undefined || request.method === 'HEAD' ? answer : { ...answer, body };
  };

export const uploadPage = page('upload', () => 'nop.html');
export const pane = page('pane', () => 'pane.html');
export const asset = page('asset', ({ params }) => `assets/${params.file ?? ''}`);
