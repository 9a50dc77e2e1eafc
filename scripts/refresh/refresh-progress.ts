import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';

/** Which entries a run has been through, so that one that died goes on where it was. */
export interface RefreshProgress {
  has(id: string): boolean;
  add(id: string): void;
  /** The run is over. */
  end(): void;
}

/** Kept beside the data, a line for each entry; what another day began is forgotten. `today` is `yyyy-MM-dd`. */
export function refreshProgress(file: string, today: string): RefreshProgress {
  // A last line that was cut off by a crash is none: its entry is asked about again.
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  const done = new Set(lines.filter((line) => line.startsWith(`${today} `)).map((line) => line.slice(11)));
  return {
    has: (id) => done.has(id),
    add(id) {
      appendFileSync(file, `${today} ${id}\n`);
    },
    end: () => rmSync(file, { force: true }),
  };
}
