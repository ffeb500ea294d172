/** What changes the direction of text around it. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text that somebody else wrote, for the inside of a sentence or an attribute: whatever its direction, it leaves the words around it
 * where they are. Elements have `<bdi>` for that; in plain text its own marks must go, or one of them would end the isolation.
 */
export function isolated(text: string): string {
  return `\u2068${text.replace(directionMarks, '')}\u2069`;
}
