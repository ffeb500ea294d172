/** Bounds of one operation, refused before any resolver runs. Our own largest operation stays under half of each. */
export const operationLimits = { complexity: 20_000, depth: 15, breadth: 1_000 };

/** Largest page of any connection. */
export const maximumPageSize = 100;

/** Page of a connection when the client does not say. */
export const defaultPageSize = 20;

/** Bounds of a document's text. Our own longest stays under half of each (tested). */
export const documentLimits = { tokens: 4_000, aliases: 50, directives: 50 };
