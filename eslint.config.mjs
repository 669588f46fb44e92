import stylistic from '@stylistic/eslint-plugin';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** Rules that find faults. How .ts, .mjs and .css are laid out is Prettier's; what types can tell is `npm run types`'. */
export default tseslint.config(
  { ignores: ['dist*/', '.astro/', 'test-results/', 'content/', 'tests/snapshots/'] },
  tseslint.configs.recommended,
  astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'array-callback-return': 'error',
      'no-constant-binary-expression': 'error',
      'no-self-compare': 'error',
      'no-unreachable-loop': 'error',
      'no-unsafe-optional-chaining': 'error',
    },
  },
  {
    // Pages and what they are made of speak to readers; only commands speak to a terminal.
    files: ['src/{charts,client,components,data,figures,layouts,pages,site}/**'],
    rules: { 'no-console': 'error' },
  },
  {
    // Tests reach for what a browser has by names that no type knows.
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    // Prettier does not lay out .astro files: it breaks lines inside templates where a break becomes a space that readers see ("Laukkai , Hopang").
    files: ['**/*.astro'],
    plugins: { '@stylistic': stylistic },
    // A string cannot be broken without a seam, and the words of an attribute are one string.
    rules: { '@stylistic/max-len': ['error', { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true }] },
  },
);
