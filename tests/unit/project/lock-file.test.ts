import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'));
const packages: readonly (readonly [string, Locked])[] = Object.entries<Locked>(lock.packages).filter(
  ([path]) => path !== '',
);
const isShipped = ({ dev, devOptional, optional }: Locked): boolean => !dev && !devOptional && !optional;

test('every package is pinned to its content', () => {
  const loose = packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
  expect(loose.map(([path]) => path)).toEqual([]);
});

test('no package comes from anywhere but the registry npm is set to', () => {
  const strange = packages.filter(
    ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://'),
  );
  expect(strange.map(([path]) => path)).toEqual([]);
});

test('what readers get comes from these packages, ten at most', () => {
  const names = packages
    .filter(([, entry]) => isShipped(entry))
    .map(([path]) => path.replace('node_modules/', ''));
  expect(names.sort()).toEqual([
    '@floating-ui/core',
    '@floating-ui/utils',
    'mark.js',
    'minisearch',
    'papaparse',
    'preact',
    'webextension-polyfill',
    'zod',
  ]);
  expect(names.length).toBeLessThanOrEqual(10);
});
