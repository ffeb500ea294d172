const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = Buffer.from('"\\{}[]');

/** How deep brackets of a JSON text stand inside each other, counted without parsing; stops counting just above `atMost`. */
export function jsonDepth(text: Buffer, atMost: number): number {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let index = 0; index < text.length && deepest <= atMost; index += 1) {
    const byte = text[index];
    if (isInString) {
      if (byte === backslash) index += 1;
      else if (byte === quote) isInString = false;
    } else if (byte === quote) isInString = true;
    else if (byte === openBrace || byte === openBracket) deepest = Math.max(deepest, (depth += 1));
    else if (byte === closeBrace || byte === closeBracket) depth -= 1;
  }
  return deepest;
}
