import { type DocumentNode, GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { documentLimits } from './limits';

/** Of brackets in brackets. GraphiQL's introspection goes 14 deep. */
export const deepestNesting = 64;

/** Characters of all documents whose parsed form is kept; it takes some thirty bytes for each. */
const keptCharacters = 600_000;
/** Whoever sends a longer one has it parsed each time. */
const longestKept = 30_000;

/**
 * Yoga keeps parsed documents and syntax errors by the text they came with, a thousand of each, however long they are: a stranger
 * could fill gigabytes. These keep as much text altogether.
 */
export function createDocumentCaches() {
  return { documentCache: keptByText<DocumentNode>(), errorCache: keptByText<Error>(), validationCache: true };
}

function keptByText<Value extends object>() {
  return new LRUCache<string, Value>({
    maxSize: keptCharacters,
    maxEntrySize: longestKept,
    sizeCalculation: (_value, text) => text.length + 1,
  });
}

/**
 * Refuses a document before it is parsed: graphql-js parses by recursion, and a few thousand brackets overflow the stack, which would be
 * told as a failure of the server.
 */
export function useNestingLimit(documentCache: { has(text: string): boolean }): Plugin {
  return {
    onParse({ params }) {
      const text = String(params.source);
      if (!documentCache.has(text)) refuseDeepDocument(text);
    },
  };
}

/** @throws GraphQLError with code DOCUMENT_TOO_LARGE; what is no GraphQL, or too long, is left to the parser */
export function refuseDeepDocument(text: string): void {
  const lexer = new Lexer(new Source(text));
  let nesting = 0;
  for (let tokens = 0; tokens <= documentLimits.tokens; tokens++) {
    const kind = kindOfNext(lexer);
    if (kind === null || kind === TokenKind.EOF) return;
    if (opening.has(kind)) nesting += 1;
    if (closing.has(kind)) nesting -= 1;
    if (nesting <= deepestNesting) continue;
    throw new GraphQLError(`The document nests more than ${deepestNesting} deep. Ask for less at a time.`, {
      extensions: { code: 'DOCUMENT_TOO_LARGE', http: { status: 400 } },
    });
  }
}

const opening = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

function kindOfNext(lexer: Lexer): TokenKind | null {
  try {
    return lexer.advance().kind;
  } catch {
    // A syntax error: the parser meets it too, and says where.
    return null;
  }
}
