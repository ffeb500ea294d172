import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// The one order in which features may use each other; an earlier one never imports a later one.
const features = [
  'users',
  'connections',
  'videos',
  'analytics',
  'predictions',
  'recommendations',
  'trends',
  'experiments',
  'privacy',
  'demonstration',
];
const plumbing = ['graphql', 'db', 'http', 'jobs', 'media', 'metrics', 'outbound', 'tiktok', 'language-model'];

const webBoundary = { group: ['**/web/**'], message: 'The server does not know the web app; app.ts gets its pages as handlers.' };
const ownQueries = {
  group: features.flatMap((feature) => [`**/${feature}/queries`, `**/${feature}/*-queries`]),
  message: 'Only a feature itself touches its tables. Call one of its use cases, or add one there.',
};

/** What may not be imported from a folder, each with what to do instead. */
function boundary(folder, patterns) {
  return {
    files: [`server/${folder}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [webBoundary, ...patterns] }] },
  };
}

const featureBoundaries = features.map((feature, index) =>
  boundary(feature, [
    ownQueries,
    ...(index < features.length - 1
      ? [
          {
            group: features.slice(index + 1).map((later) => `**/${later}/**`),
            message: `${feature} comes before that feature. Publish an event and let app.ts wire who listens, or let the later one add the field.`,
          },
        ]
      : []),
  ]),
);

const plumbingBoundaries = plumbing.map((folder) =>
  boundary(folder, [
    {
      group: features.map((feature) => `**/${feature}/**`),
      message: 'Plumbing knows no feature. Take what you need as an argument; app.ts and graphql/schema.ts assemble.',
    },
  ]),
);

export default tseslint.config(
  { ignores: ['build/', 'data/', 'node_modules/', 'server/db/generated/', 'web/graphql/generated.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: { globals: globals.node },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  ...featureBoundaries,
  ...plumbingBoundaries,
  {
    files: ['server/**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [webBoundary] }] },
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['**/*.test.ts', 'server/sandbox/**', 'server/testing/**', 'server/fuzz/**', 'server/outbound/exchange.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
          name,
          message:
            'Calls outside go through exchange() or createGuardedFetch() of server/outbound: known hosts, no redirects, bounds on time and size.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        ...['globalThis', 'global'].map((name) => ({
          selector: `MemberExpression[object.name='${name}'][property.name='fetch']`,
          message: 'Calls outside go through exchange() or createGuardedFetch() of server/outbound.',
        })),
        {
          selector: `ImportDeclaration[source.value=/^(node:)?(https?|http2|net|tls)$/] > :matches(${[
            'ImportSpecifier[imported.name=/^(request|get|connect|createConnection)$/]',
            'ImportDefaultSpecifier',
            'ImportNamespaceSpecifier',
          ].join(', ')})`,
          message: 'Calls outside go through exchange() or createGuardedFetch() of server/outbound.',
        },
      ],
    },
  },
  { files: ['server/graphql/schema.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['scripts/**', '**/*.test.ts', '**/*.test.tsx'], rules: { 'no-console': 'off' } },
  {
    files: ['web/**/*.{ts,tsx}'],
    ignores: ['web/browser-tests/**'],
    plugins: { 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks },
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      ...reactHooks.configs['recommended-latest'].rules,
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/server/**'], message: 'The web app knows the server only through schema.graphql. Ask GraphQL for it.' },
          ],
        },
      ],
    },
  },
);
