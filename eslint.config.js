import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The rooms whose code determines simulated results: here the same seed gives the same bytes on every engine. */
const SIMULATING = ['arithmetic', 'random', 'distributions', 'scenario', 'plan', 'simulation', 'study'];

/** These differ in the last bit between one JavaScript engine and another. */
const INEXACT = 'exp expm1 log log10 log1p log2 pow sin cos tan asin acos atan atan2 sinh cosh tanh cbrt hypot'.split(
  ' ',
);

const chance = { object: 'Math', property: 'random', message: 'Chance is an argument: take a `Chance`.' };
const clock = { object: 'Date', property: 'now', message: 'The clock is read in src/cli/ only.' };
const inexact = INEXACT.map((property) => ({
  object: 'Math',
  property,
  message: 'It differs in the last bit between engines: use arithmetic/ (docs/decisions/0001).',
}));

const noEnum = { selector: 'TSEnumDeclaration', message: 'Write a union of literals.' };
const noClockByNew = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'The clock is read in src/cli/ only.',
};
const noPower = {
  selector:
    "BinaryExpression[operator='**']:not([left.value=2]:matches([right.type='Literal'], [right.argument.type='Literal']))",
  message: '`**` is Math.pow: use arithmetic/, or multiply.',
};

const OUTSIDE_WORLD = [
  ...['console', 'process', 'Buffer', 'global', 'performance', 'crypto', 'fetch', 'require', '__dirname', '__filename'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'window', 'document', 'navigator'],
];

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'notebooks/', 'reports/', 'test/bench/peers/', 'kernels/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Counting the characters of a text is what a spread is for here; graphemes are not asked for.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'no-else-return': 'error',
      'no-param-reassign': 'error',
      'no-restricted-properties': ['error', chance],
      'no-restricted-syntax': ['error', noEnum],
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: ['src/**'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/cli/**', 'src/page/**', 'src/explorer/**'],
    rules: {
      'no-restricted-globals': ['error', ...OUTSIDE_WORLD],
      'no-restricted-properties': ['error', chance, clock],
      'no-restricted-syntax': ['error', noEnum, noClockByNew],
    },
  },
  {
    files: SIMULATING.map((room) => `src/${room}/**`),
    rules: {
      'no-restricted-properties': ['error', chance, clock, ...inexact],
      'no-restricted-syntax': ['error', noEnum, noClockByNew, noPower],
    },
  },
  {
    // Published constants keep the digits of their source, also those beyond what a number holds.
    files: ['src/arithmetic/**'],
    rules: { 'no-loss-of-precision': 'off' },
  },
  {
    // The hot loop: its functions are long where a call would cost, and its arrays are written in place.
    files: ['src/simulation/**'],
    rules: { 'max-lines-per-function': 'off', 'no-param-reassign': 'off' },
  },
  {
    files: ['**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { console: 'readonly', performance: 'readonly', process: 'readonly' } },
  },
);
