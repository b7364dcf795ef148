// The AWS SDK warns on every start under Node 20; the pin in package.json stays below the release that drops it.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript' },
    transform: { verbatimModuleSyntax: true },
  },
};

/** Shared by every test run; the runs differ only in the folders they look at. */
export const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'cjs', 'json'],
  transform: { '\\.ts$': ['@swc/jest', swc] },
  modulePathIgnorePatterns: ['<rootDir>/.build/', '<rootDir>/.serverless/'],
};

/** These need more than `npm ci`: a browser, a Java engine, a packaged template. Each has a script of its own. */
const otherRuns = ['/node_modules/', '/tests/browser/', '/tests/conformance/', '/tests/template/'];

export default {
  ...base,
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: otherRuns,
};
