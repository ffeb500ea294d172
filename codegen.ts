import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'web/**/*.graphql',
  generates: {
    'web/graphql/generated.ts': {
      // typescript-operations brings the enums and inputs that the documents use; the types of the rest of the schema are not needed.
      plugins: ['typescript-operations', 'typescript-urql'],
      config: {
        scalars: { DateTime: 'string', SafeInt: 'number', JSON: 'unknown', ID: 'string' },
        strictScalars: true,
        useTypeImports: true,
        enumsAsTypes: true,
        withHooks: true,
        gqlImport: 'urql#gql',
        avoidOptionals: { field: true },
      },
    },
  },
};

export default config;
