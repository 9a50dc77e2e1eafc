import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer as createProxy } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

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
  /** From now on nobody answers at all, as if the computer were offline; or the registry is there again. */
  reachable(isReachable: boolean): Promise<void>;
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
  const port = await listening(server, 0);
  const tunnels = new Set<Duplex>();
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
    tunnels.add(browser);
    for (const socket of [registry, browser]) {
      // Of an error it hears too: closed is what follows.
      socket
        .on('error', () => undefined)
        .on('close', () => {
          registry.destroy();
          browser.destroy();
          tunnels.delete(browser);
        });
    }
  });
  const proxyPort = await listening(proxy, 0);
  return {
    port,
    proxyPort,
    requests,
    strangeHosts,
    answer(with_) {
      reply = with_;
    },
    async reachable(isReachable) {
      await (isReachable ? listening(server, port) : closed(server));
    },
    async close() {
      await closed(server);
      for (const tunnel of tunnels) tunnel.destroy();
      await closed(proxy);
    },
  };
}

type Listener = ReturnType<typeof createProxy> | ReturnType<typeof createServer>;

/** Starts it; 0 is any port that is free. */
async function listening(server: Listener, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function closed(server: Listener): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
