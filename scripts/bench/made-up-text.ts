// Names and pages that are the same on every machine: a made-up language with the lengths and the frequencies of English.

/** A sequence of numbers in [0, 1) that only depends on the seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const onsets = 'b br c ch d dr f g gr h k l m n p pr qu r s sh st t th tr v w'.split(' ');
const vowels = 'a e i o u ai ea ou'.split(' ');
const codas = ['', '', '', 'l', 'm', 'n', 'r', 's', 't', 'nd', 'st', 'ck'];
// Words every English text is made of; half of it is these.
const small =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one'.split(
    ' ',
  );

const pick = <Item>(random: () => number, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

function madeUpWord(random: () => number): string {
  const syllables = 1 + Math.floor(random() * 3);
  let word = '';
  for (let i = 0; i < syllables; i++)
    word += pick(random, onsets) + pick(random, vowels) + pick(random, codas);
  return word.length < 3 ? `${word}ne` : word;
}

function distinct(count: number, make: () => string): string[] {
  const made = new Set<string>();
  while (made.size < count) made.add(make());
  return [...made];
}

/** 20,000 words that pages are made of, the frequent ones first. */
function vocabulary(): readonly string[] {
  const random = seeded(1);
  return [...small, ...distinct(20_000, () => madeUpWord(random))];
}

/** What pages talk about: a hundred names that occur often, as terms of a field do. */
const frequentNames = (words: readonly string[]): string[] => {
  const random = seeded(2);
  const rare = (): string => pick(random, words.slice(5_000));
  return distinct(100, () => {
    const count = 1 + Math.floor(random() * 3);
    const joint = random() < 0.3 ? '-' : ' ';
    return Array.from({ length: count }, rare).join(joint);
  });
};

/**
 * So many names. `occurring`: the first hundred often, the others now and then or never, as with any real vocabulary.
 * `never`: not one of them, though most begin with a word the pages use.
 */
export function madeUpNames(count: number, use: 'occurring' | 'never'): string[] {
  const words = vocabulary();
  const known = new Set(words);
  const random = seeded(3);
  const rare = (): string => words[2_000 + Math.floor(random() ** 2 * 18_000)] as string;
  const unknown = (): string => {
    for (;;) {
      const word = `${madeUpWord(random)}${pick(random, ['ax', 'yl', 'oz'])}`;
      if (!known.has(word)) return word;
    }
  };
  const further = (): string => {
    const chance = random();
    if (use === 'never') return chance < 0.45 ? unknown() : `${rare()} ${unknown()}`;
    if (chance < 0.45) return chance < 0.02 ? rare() : unknown();
    return chance < 0.8 ? `${rare()} ${rare()}` : `${rare()} ${rare()} ${rare()}`;
  };
  const names = new Set(use === 'occurring' ? frequentNames(words) : []);
  while (names.size < count) names.add(further());
  return [...names].slice(0, count);
}

/** A page to read. `tiny`: every word is an element of its own, as in a transcript that follows a film. */
export interface MadeUpPage {
  readonly kind: 'article' | 'tiny';
  /** Characters of text; for `tiny`, text nodes. */
  readonly size: number;
}

/**
 * The body of a page: headings, paragraphs with links and emphasis, lists, tables, code, scripts, fields and an editor.
 * One word in forty is a frequent name, now and then in the plural, in capitals, with another dash or a soft hyphen, or
 * split by an element. `shadow-host` elements stand for components: whoever uses the page gives them their roots.
 */
export function madeUpBody({ kind, size }: MadeUpPage): string {
  const words = vocabulary();
  const names = frequentNames(words);
  const random = seeded(4);
  const word = (): string =>
    random() < 0.45
      ? pick(random, small)
      : (words[small.length + Math.floor(random() ** 3 * 20_000)] as string);
  const variant = (name: string): string => {
    const chance = random();
    if (chance < 0.6) return name;
    if (chance < 0.7) return `${name}s`;
    if (chance < 0.78) return name.toUpperCase();
    if (chance < 0.85) return name.replace(/[- ]/g, '\u2011');
    if (chance < 0.96) return `${name.slice(0, 3)}\u00AD${name.slice(3)}`;
    const half = name.length >> 1;
    return kind === 'tiny' ? name : `${name.slice(0, half)}<b>${name.slice(half)}</b>`;
  };
  const next = (): string => (random() < 1 / 40 ? variant(pick(random, names)) : word());
  let count = 0;

  const words_ = (many: number): string[] => Array.from({ length: many }, next);
  const sentence = (): string => {
    const said = words_(8 + Math.floor(random() * 18));
    if (random() < 0.1) said.push(`(${word().slice(0, 3).toUpperCase()}${Math.floor(random() * 9)})`);
    count += said.reduce((sum, { length }) => sum + length + 1, 0);
    return `${said.map(marked).join(' ')}.`;
  };
  const marked = (text: string): string => {
    const chance = random();
    if (text.includes('<') || chance > 0.07) return text;
    if (chance < 0.035) return `<a href="/wiki/${text}" class="link" title="About ${text}">${text}</a>`;
    return chance < 0.055 ? `<em>${text}</em>` : `${text}<sup>${Math.floor(random() * 90)}</sup>`;
  };
  const paragraph = (): string => {
    const said = Array.from({ length: 3 + Math.floor(random() * 4) }, sentence);
    return `<p class="body-text">${said.join(' ')}</p>\n`;
  };
  const section = (): string => {
    const parts = [`<h2 id="section-${count}">${words_(4).join(' ')}</h2>\n`];
    for (let i = 0; i < 6; i++) parts.push(paragraph());
    parts.push(`<ul>${Array.from({ length: 5 }, () => `<li>${sentence()}</li>`).join('')}</ul>\n`);
    const cells = (): string => Array.from({ length: 4 }, () => `<td>${words_(2).join(' ')}</td>`).join('');
    parts.push(
      `<table class="data"><tbody>${Array.from({ length: 4 }, () => `<tr>${cells()}</tr>\n`).join('')}</tbody></table>\n`,
    );
    parts.push(`<p>Call <code>${word()}(${word()})</code>.</p><shadow-host></shadow-host>\n`);
    parts.push(`<script type="application/json">{"${word()}": "${words_(20).join(' ')}"}</script>\n`);
    parts.push(`<form><input name="childNodes"><textarea>${words_(5).join(' ')}</textarea></form>\n`);
    if (random() < 0.2) parts.push(`<div contenteditable="true">${words_(10).join(' ')}</div>\n`);
    return `<section class="part">${parts.join('')}</section>\n`;
  };
  const transcript = (): string => {
    const said = words_(60);
    count += 2 * said.length + 1;
    return `<p>${said.map((text) => `<span>${text}</span>`).join(' ')}</p>\n`;
  };

  const parts: string[] = [];
  while (count < size) parts.push(kind === 'tiny' ? transcript() : section());
  return `<main id="content"><article>${parts.join('')}</article></main>`;
}
