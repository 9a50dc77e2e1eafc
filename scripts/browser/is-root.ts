/** Whether this process may do everything: Chromium then starts only without its sandbox. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}
