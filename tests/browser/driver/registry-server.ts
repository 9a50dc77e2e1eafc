import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer as createProxy } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';

/** One request as the registry sees it. */
export interface RegistryRequest {
  /** With the host it was meant for. */
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Plays ClinicalTrials.gov on this machine. */
export interface RegistryServer {
  readonly port: number;
  /** A proxy that leads to it, and nowhere else, for a browser whose names cannot be mapped. */
  readonly proxyPort: number;
  readonly requests: readonly RegistryRequest[];
  /** Hosts that were asked of the proxy besides the registry's. */
  readonly strangeHosts: readonly string[];
  /** What the registry answers from now on; unanswered where the function does nothing. */
  answer(with_: (request: RegistryRequest, response: ServerResponse) => void): void;
  close(): Promise<void>;
}

const tls = new URL('../../fixtures/registry/tls/', import.meta.url);
const host = 'clinicaltrials.gov';

/** Starts it; the certificate is its own, so a browser must be told to accept it. */
export async function serveRegistry(): Promise<RegistryServer> {
  const requests: RegistryRequest[] = [];
  const strangeHosts: string[] = [];
  let reply: (request: RegistryRequest, response: ServerResponse) => void = (_request, response) => {
    response.writeHead(404, { 'content-type': 'text/plain' }).end();
  };
  const server = createServer(
    {
      key: readFileSync(new URL('key.pem', tls)),
      cert: readFileSync(new URL('certificate.pem', tls)),
    },
    (incoming, response) => {
      const { headers, url = '', method = '' } = incoming;
      const request = { url: `https://${headers.host}${url}`, method, headers, at: Date.now() };
      requests.push(request);
      reply(request, response);
    },
  );
  const port = await listening(server);
  const proxy = createProxy((_request, response) => response.writeHead(502).end());
  proxy.on('connect', ({ url = '' }, browser, head) => {
    if (url !== `${host}:443`) {
      strangeHosts.push(url);
      browser.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const registry = connect(port, '127.0.0.1', () => {
      browser.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      registry.write(head);
      registry.pipe(browser).pipe(registry);
    });
    for (const socket of [registry, browser]) {
      socket.on('error', () => {
        registry.destroy();
        browser.destroy();
      });
    }
  });
  const proxyPort = await listening(proxy);
  return {
    port,
    proxyPort,
    requests,
    strangeHosts,
    answer(with_) {
      reply = with_;
    },
    async close() {
      for (const each of [server, proxy]) {
        each.closeAllConnections();
        await new Promise((resolve) => each.close(resolve));
      }
    },
  };
}

async function listening(
  server: ReturnType<typeof createProxy> | ReturnType<typeof createServer>,
): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
