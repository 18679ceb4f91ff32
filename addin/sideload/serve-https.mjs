// https://localhost:3000 in front of the local host: Office loads an add-in over https only. Passes every request on as it
// comes. Needs the development certificates, which only a person may install on a machine: npm run certs

import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseNumber } from 'office-addin-cli';
import { asProgram } from './as-program.mjs';

const NO_CERTIFICATES = `Chưa có chứng chỉ cho https://localhost, hoặc chứng chỉ đã hết hạn hay chưa được tin cậy trên máy này.
  Chạy một lần:  npm run certs
No certificate for https://localhost, or it has expired, or this machine does not trust it.
  Run once:      npm run certs`;

const portTaken = (port) => `Cổng ${port} đang có chương trình khác dùng. Đóng chương trình đó, hoặc thêm --port 3001.
Port ${port} is taken by another program. Close it, or add --port 3001.
Manifest: node addin/sideload/manifest-for.mjs --url https://localhost:3001 --out out/manifest.xml`;

const centreAway = (target) => `Chưa thấy hệ thống ở ${target}. Mở cửa sổ lệnh khác và chạy: npm start
Nothing answers at ${target}. In another terminal run: npm start`;

/** @param {{ key: Buffer, cert: Buffer, port: number, target: string }} options */
export function serveHttps({ key, cert, port, target }) {
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    const { hostname, port: targetPort } = new URL(target);
    const { method, url: path, headers } = incoming;
    const passed = request({ hostname, port: targetPort, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => {
      if (outgoing.headersSent) return outgoing.destroy();
      outgoing.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
      outgoing.end(`${centreAway(target)}\n`);
    });
    outgoing.on('close', () => passed.destroy());
    incoming.pipe(passed);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(error.code === 'EADDRINUSE' ? new Error(portTaken(port)) : error));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** Undefined where there are none that this machine trusts. A folder of one's own is taken at its word. */
async function certificates(folder) {
  const certs = await import('office-addin-dev-certs');
  const standard = dirname((await import('office-addin-dev-certs/lib/defaults.js')).default.localhostKeyPath);
  const [key, cert] = ['localhost.key', 'localhost.crt'].map((name) => join(folder ?? standard, name));
  if (!existsSync(key) || !existsSync(cert)) return undefined;
  if (!folder && !trusted(certs.default ?? certs)) return undefined;
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

function trusted(certs) {
  try {
    return certs.verifyCertificates();
  } catch {
    return false;
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3000' },
      target: { type: 'string', default: 'http://127.0.0.1:7071' },
      certificates: { type: 'string' },
    },
  });
  const found = await certificates(values.certificates);
  if (!found) throw new Error(NO_CERTIFICATES);
  const port = parseNumber(values.port, '--port: cần một số, ví dụ 3001. A number is expected, for example 3001.');
  const server = await serveHttps({ ...found, port, target: values.target });
  console.log(`https://localhost:${server.address().port}/pane → ${values.target}   (Ctrl+C)`);
}

await asProgram(import.meta.url, main);
