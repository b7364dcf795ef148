/** The Lambda functions: each is an entry `functions/<name>.ts`, a bundle and a function of serverless.yml. */
export const functions = ['slack', 'tick', 'jobs', 'deliver'];
