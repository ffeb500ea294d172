import { GraphQLError, parse, type ASTVisitor, type ParseOptions, type Source, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { documentLimits } from './limits';

/** Bounds on the text itself, before anything is looked up in the schema: its tokens while it is read, then aliases and directives. */
export const limitDocuments: Plugin = {
  onParse({ setParseFn }) {
    setParseFn((source: string | Source, options?: ParseOptions) =>
      parse(source, { ...options, maxTokens: documentLimits.tokens }),
    );
  },
  onValidate({ addValidationRule }) {
    addValidationRule(boundedDocument);
  },
};

function boundedDocument(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  let directives = 0;
  return {
    Field(node) {
      if (node.alias) aliases += 1;
      if (aliases === documentLimits.aliases + 1) refuse(context, 'aliases', documentLimits.aliases);
    },
    Directive() {
      directives += 1;
      if (directives === documentLimits.directives + 1) refuse(context, 'directives', documentLimits.directives);
    },
  };
}

function refuse(context: ValidationContext, what: string, most: number): void {
  context.reportError(
    new GraphQLError(`The document has more than ${most} ${what}. Ask in several requests.`, {
      extensions: { code: 'DOCUMENT_TOO_LARGE' },
    }),
  );
}
