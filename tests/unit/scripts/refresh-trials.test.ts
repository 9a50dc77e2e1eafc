import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import {
  type RegistryRequest,
  type RegistryServer,
  serveRegistry,
} from '@/tests/browser/driver/registry-server.ts';
import { registryRecords } from '@/tests/fixtures/registry-answers.ts';

const trial = (id: string, verdict: string, registry: object = {}): object => ({
  id: `trial:${id}`,
  title: id,
  summary: `${id} is a trial.`,
  verdict,
  verdictText:
    'What we think of it, in a sentence that is long enough to be broken into two lines by the formatter.',
  registry,
  reviewed: '2026-11-23',
  statements: [
    {
      id: 'guide-claim',
      about: 'study',
      text: 'A claim.',
      from: { kind: 'guide', section: 'Trials' },
      standing: 'unconfirmed',
      reason: 'It did not turn up.',
      sources: [{ title: 'Copies' }],
      checked: '2026-11-23',
    },
  ],
});
const formatted = (trials: unknown): string =>
  stringify(trials, { lineWidth: 110, aliasDuplicateObjects: false });
const unknown = 'NCT01111111';
const authored = formatted([
  trial('ACTRN12622000881730', 'confirmed'),
  trial('NCT00973089', 'confirmed', { status: 'Completed' }),
  trial(unknown, 'not-found'),
  trial('NCT03418623', 'content-not-seen'),
  trial('NCT03475563', 'confirmed'),
]);
const script = new URL('../../../scripts/refresh-trials.ts', import.meta.url).pathname;

let registry: RegistryServer;
let folder: string;
let file: string;

beforeEach(async () => {
  registry = await serveRegistry();
  registry.answer(asRecorded);
  folder = mkdtempSync(join(tmpdir(), 'gloss-refresh-'));
  file = join(folder, 'trials.yaml');
  writeFileSync(file, authored);
});
afterEach(async () => {
  await registry.close();
  rmSync(folder, { recursive: true });
});

const askedFor = ({ url }: RegistryRequest): string => /NCT\d{8}/.exec(url)?.[0] ?? '';

/** The registry as it was seen to answer. */
function asRecorded(request: RegistryRequest, response: ServerResponse): void {
  const id = askedFor(request);
  const record = registryRecords.get(id);
  if (record === undefined)
    response
      .writeHead(404, { 'content-type': 'text/plain; charset=UTF-8' })
      .end(`NCT number ${id} not found`);
  else response.writeHead(200, { 'content-type': 'application/json' }).end(record);
}

interface Run {
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  kill(): void;
}
function refresh(): Run {
  // The certificate is the played registry's own, and not for this address.
  const env = { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1' };
  const args = [script, '--file', file, '--registry', `https://127.0.0.1:${registry.port}`];
  const child = spawn(process.execPath, args, { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  return {
    ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, output }))),
    kill: () => child.kill('SIGKILL'),
  };
}
const text = (): string => readFileSync(file, 'utf8');
const asked = (): string[] => registry.requests.map(askedFor);

test('asks about each trial of this registry, once a second, and writes what it says', async () => {
  const begun = Date.now();
  const { code, output } = await refresh().ended;
  expect(output).toContain('4 asked.');
  expect(code).toBe(0);
  expect(asked()).toEqual(['NCT00973089', unknown, 'NCT03418623', 'NCT03475563']);
  expect((registry.requests.at(-1)?.at ?? 0) - begun).toBeGreaterThanOrEqual(3000);

  expect(text()).toBe(formatted(parse(text(), { schema: 'core' })));
  const [other, withdrawn, missing, found] = parse(text(), { schema: 'core' });
  expect([other]).toEqual(parse(authored, { schema: 'core' }).slice(0, 1));
  expect(withdrawn).toMatchObject({ verdict: 'confirmed', registry: { status: 'Withdrawn', enrolment: 0 } });
  expect(output).toContain('NCT00973089: status was Completed, is Withdrawn now');
  expect(missing).toMatchObject({ verdict: 'not-found', registry: {} });
  expect(missing.statements[0].reason).toContain('has no record under this identifier');
  expect(found).toMatchObject({ verdict: 'other-study', statements: [{ standing: 'contradicted' }] });
  expect(readdirSync(folder)).toEqual(['trials.yaml']);
}, 30_000);

test('a run that dies half-way has lost nothing, and the next one goes on from there', async () => {
  const whole = join(folder, 'whole.yaml');
  await refresh().ended;
  copyFileSync(file, whole);
  writeFileSync(file, authored);
  const before = asked().length;

  const run = refresh();
  registry.answer((request, response) => {
    // It dies while it waits for the third answer.
    if (askedFor(request) === 'NCT03418623') run.kill();
    else asRecorded(request, response);
  });
  expect((await run.ended).code).toBeNull();
  const half = parse(text(), { schema: 'core' });
  expect(text()).toBe(formatted(half));
  const expected = parse(readFileSync(whole, 'utf8'), { schema: 'core' });
  expect(half.slice(0, 3)).toEqual(expected.slice(0, 3));
  expect(half.slice(3)).toEqual(parse(authored, { schema: 'core' }).slice(3));

  registry.answer(asRecorded);
  const { code, output } = await refresh().ended;
  expect(code).toBe(0);
  expect(output).toContain('2 asked, 2 by a run before.');
  expect(asked().slice(before)).toEqual([
    'NCT00973089',
    unknown,
    'NCT03418623',
    'NCT03418623',
    'NCT03475563',
  ]);
  expect(text()).toBe(readFileSync(whole, 'utf8'));
}, 60_000);

test('what is not reached is left as it is, and asked about by the next run', async () => {
  registry.answer((request, response) => {
    switch (askedFor(request)) {
      case 'NCT00973089':
        return void response.destroy();
      case unknown:
        return void response.writeHead(404, { 'content-type': 'text/html' }).end(`<p>${unknown} not found`);
      case 'NCT03418623':
        return void response.writeHead(503).end();
      default:
        return void response.writeHead(200).end('{"studies":[]}');
    }
  });
  const { code, output } = await refresh().ended;
  expect(code).toBe(1);
  expect(text()).toBe(authored);
  for (const why of ['offline', 'unreadable', 'busy']) expect(output).toContain(`no answer (${why})`);
  expect(output).not.toContain('no such record');
  expect(output).toContain('4 without an answer: run it again');

  registry.answer(asRecorded);
  expect((await refresh().ended).output).toContain('4 asked.');
}, 60_000);

test('a file that is written otherwise is refused before anything is asked', async () => {
  writeFileSync(file, `# a remark\n${authored}`);
  const { code, output } = await refresh().ended;
  expect(code).toBe(1);
  expect(output).toContain('is not formatted');
  expect(asked()).toEqual([]);
}, 30_000);
