import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** How a command ended, and all that it said. */
export interface Run {
  readonly code: number;
  readonly output: string;
}

/** How to run a command. */
export interface RunOptions {
  /** Lets it speak at once; otherwise what it says is only kept. */
  readonly show?: boolean;
  /** Where it runs, if not in the project: a copy of it. Ends with a slash. */
  readonly folder?: string;
}

/** Runs one of the project's tools, or a script of ours, on the Node this runs on. */
export function run(script: string, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { show = false, folder = root } = options;
  return new Promise((resolve, reject) => {
    // A test runner's NODE_ENV would make every build one for development, with the names of our folders in it.
    const { NODE_ENV: _, ...env } = process.env;
    const child = spawn(process.execPath, [folder + script, ...args], { cwd: folder, env });
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
