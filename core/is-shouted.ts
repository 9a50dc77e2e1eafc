/** Whether `[start, end)` stands among words in capitals, as in a heading; in brackets of its own it does not. */
export function isShouted(text: string, start: number, end: number): boolean {
  const behind = /(\S*)[^\S\n]*$/.exec(text.slice(Math.max(0, start - 40), start))?.[1] ?? '';
  const ahead = /^[^\S\n]*(\S*)/.exec(text.slice(end, end + 40))?.[1] ?? '';
  const beside = [behind, ahead].filter((word) => word !== '');
  return beside.length > 0 && beside.every((word) => /\p{Lu}/u.test(word) && !/[\p{Ll}()[\]]/u.test(word));
}
