/**
 * Data that travels as text. A card is a thousand small pieces: Firefox takes a tenth of a second to copy those from the
 * background to a page, and no time for a text.
 */
export type JsonText<Data> = string & { readonly holds?: Data };

/** Writes it. */
export function writeJson<Data>(data: Data): JsonText<Data> {
  return JSON.stringify(data) as JsonText<Data>;
}

/** Reads what `writeJson` wrote. */
export function readJson<Data>(text: JsonText<Data>): Data {
  return JSON.parse(text) as Data;
}
