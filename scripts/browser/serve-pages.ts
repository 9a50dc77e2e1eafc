import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** Saved pages on 127.0.0.1, and pages a test makes up. */
export interface PageServer {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** The same pages from another port, which is another origin. */
  readonly otherOrigin: string;
  /** Every path asked for so far. */
  readonly asked: readonly string[];
  /** Adds a page, which is answered when `until` resolves; gives its address. */
  add(path: string, html: string, headers?: Readonly<Record<string, string>>, until?: Promise<void>): string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

/** Saved pages stay as they were saved: none of their scripts runs, and nothing is loaded from elsewhere. */
export const savedPagePolicy = "default-src 'self' 'unsafe-inline' data:; script-src 'none'";

/** Serves a folder on free ports of this machine only. */
export async function servePages(folder: string): Promise<PageServer> {
  const added = new Map<
    string,
    {
      readonly html: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly until: Promise<void>;
    }
  >();
  const asked: string[] = [];
  const answer: RequestListener = (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    asked.push(path);
    const page = added.get(path);
    if (page) {
      void page.until.then(() =>
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers })
          .end(page.html),
      );
    } else {
      sendFile(folder, path, response).catch(() => response.writeHead(404).end());
    }
  };
  const servers = [createServer(answer), createServer(answer)] as const;
  const origin = await listenOn(servers[0]);
  return {
    origin,
    otherOrigin: await listenOn(servers[1]),
    asked,
    add(path, html, headers = {}, until = Promise.resolve()) {
      added.set(path, { html, headers, until });
      return origin + path;
    },
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise<void>((resolve) => server.close(() => resolve()));
      }
    },
  };
}

/** Listens on a free port, and gives the origin. */
async function listenOn(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The page server got no port.');
  return `http://127.0.0.1:${address.port}`;
}

async function sendFile(folder: string, path: string, response: ServerResponse): Promise<void> {
  const file = join(folder, normalize(path));
  if (!file.startsWith(normalize(folder))) throw new Error('outside of the folder');
  const content = await readFile(file);
  const type = types[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'content-security-policy': savedPagePolicy }).end(content);
}
