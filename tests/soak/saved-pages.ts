import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../fixtures/pages/', import.meta.url));
const kinds = ['articles', 'papers', 'traps', 'trials'] as const;

/** Every saved page there is: articles, papers, records. */
const saved: readonly string[] = kinds.flatMap((kind) =>
  readdirSync(folder + kind).map((file) => readFileSync(`${folder}${kind}/${file}`, 'utf8')),
);

/**
 * The page a reader comes to as the so-manieth: a saved one, in which other paragraphs are left out each time and one of
 * its own stands first, so that no two are the same.
 */
export function savedPage(index: number): string {
  const html = saved[index % saved.length] ?? '';
  const round = Math.floor(index / saved.length);
  let paragraph = 0;
  const varied = html.replace(/<p\b[^>]*>.*?<\/p>/gs, (whole) => {
    paragraph += 1;
    return paragraph % (round + 5) === 4 ? '' : whole;
  });
  const own = `<p>Page ${index}: naltrexone (NTX) for anhedonia, NCT${String(10_000_000 + index * 7919).slice(-8)}, schizophrenia and PTSD.</p>`;
  return varied.replace(/<body\b[^>]*>/, (body) => body + own);
}
