/** What the linter looks for: mistakes types cannot see, and the few habits we agreed on. */
import js from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

const namedExportsOnly = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export it by name: one name everywhere makes it findable.',
};
const noEnums = { selector: 'TSEnumDeclaration', message: 'A union of words says the same and is checked better.' };

const nodeGlobals = Object.fromEntries(
  ['process', 'fetch', 'URL', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'].map(name => [name, 'readonly']),
);

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'coverage/', 'tests/support/mongo-engine/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: { 'no-console': 'error', 'no-control-regex': 'off', eqeqeq: ['error', 'smart'], 'no-restricted-syntax': ['error', namedExportsOnly] } },

  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers read well in a sentence; objects and undefined do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Our parts are objects made of closures; classes bind with private fields.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // There is no enum here, and none may come: then nobody has to look at every assignment for one.
      'no-restricted-syntax': ['error', namedExportsOnly, noEnums],
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off', // an action may answer nothing
      // Yjs' texts say what they hold; its types leave that out.
      '@typescript-eslint/no-base-to-string': ['error', { ignoredTypeNames: ['Error', 'RegExp', 'URL', 'URLSearchParams', 'YText', 'YXmlFragment'] }],
      // Stores promise to be asynchronous even where an adapter answers at once.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    files: ['client/**', '**/*.tsx'],
    extends: [hooks.configs.flat.recommended, a11y.flatConfigs.recommended],
    // A field that opens because somebody asked to write takes the focus: that is what they asked for.
    rules: { 'jsx-a11y/no-autofocus': 'off' },
  },
  {
    // A test that is wrong about an index fails, which is its work; readers of bytes have checked the length before.
    files: ['tests/**', 'server/sync/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // better-auth's new name for it shows what is carried, and not what carries it.
    files: ['server/auth/followed.ts'],
    rules: { '@typescript-eslint/no-deprecated': ['error', { allow: [{ from: 'package', package: '@better-auth/core', name: 'getCurrentAuthContextAsyncLocalStorage' }] }] },
  },
  // This rule follows mongoose's types round and round until the stack is full.
  { files: ['server/storage/mongo/**'], rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' } },
  { files: ['client/offline/**'], languageOptions: { globals: Object.fromEntries(['self', 'caches', 'fetch', 'Request', 'Response', 'URL', '__SHELL__'].map(name => [name, 'readonly'])) } },
  { files: ['scripts/**'], languageOptions: { globals: nodeGlobals } },
  { files: ['*.config.*'], rules: { 'no-restricted-syntax': 'off' } },
);
