import type { ServerResponse } from 'node:http';
import { registryRecords } from '@/tests/fixtures/registry-answers.ts';
import type { RegistryRequest } from './registry-server.ts';

/** Answers as the registry was seen to: records as JSON, refusals as text. */
export function asRecorded({ url }: RegistryRequest, response: ServerResponse): void {
  const asked = /\/api\/v2\/studies\/(NCT\d{8})\?format=json$/.exec(url)?.[1] ?? '';
  const record = registryRecords.get(asked);
  if (record === undefined) {
    response
      .writeHead(404, { 'content-type': 'text/plain; charset=UTF-8' })
      .end(`NCT number ${asked} not found`);
  } else response.writeHead(200, { 'content-type': 'application/json', etag: '"1"' }).end(record);
}
