import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** How a command ended, and all that it said. */
export interface Run {
  readonly code: number;
  readonly output: string;
}

/**
 * Runs one of the project's tools, or a script of ours, on the Node this runs on. `show` lets it speak at once;
 * otherwise what it says is only kept.
 */
export function run(script: string, args: readonly string[], show = false): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${root}${script}`, ...args], { cwd: root });
    let output = '';
    const hear = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk;
      if (show) stream.write(chunk);
    };
    child.stdout.on('data', hear(process.stdout));
    child.stderr.on('data', hear(process.stderr));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
