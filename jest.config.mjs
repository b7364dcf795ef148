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

/** These need more than `npm ci`: a browser, a Java engine, a packaged template. Each has a script of its own. */
const otherRuns = ['/node_modules/', '/tests/browser/', '/tests/conformance/', '/tests/template/'];

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: otherRuns,
  // Hooks start a whole product; a machine that does much else takes its time for it.
  testTimeout: 30_000,
  // Jest would leave one core alone, which is half of a small machine.
  maxWorkers: '100%',
  // Node never frees a module that jest loaded: a worker that holds many is slower than a new one.
  workerIdleMemoryLimit: '500MB',
  modulePathIgnorePatterns: ['<rootDir>/.build/', '<rootDir>/.serverless/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', swc] },
};
