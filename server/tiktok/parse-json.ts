// A whole string, or a bare integer of 16 digits and more: strings are matched so that digits inside them are passed over. A string
// that is cut off is matched to the end, or each quote in it would be tried as a beginning, and time would grow with the square.
const STRING_OR_LONG_INTEGER = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/**
 * JSON as TikTok writes it. Integers beyond 2^53 come back as strings of digits: TikTok sends some 19-digit ids without quotes and
 * `JSON.parse` would round them into another video's id. @throws SyntaxError, whose message may quote the text: never log it.
 */
export function parseJson(text: string): unknown {
  const quoted = text.replace(STRING_OR_LONG_INTEGER, (match) =>
    match.startsWith('"') || Number.isSafeInteger(Number(match)) ? match : `"${match}"`,
  );
  return JSON.parse(quoted);
}
