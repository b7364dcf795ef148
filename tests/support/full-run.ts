/** `RAHMEN_PRIVACY=full` (`npm run check:privacy`) runs the numbers we publish; `npm test` runs the same code on fewer. */
export const isFullRun = process.env['RAHMEN_PRIVACY'] === 'full';

/** The seed of a suite; `RAHMEN_SEED` replays another. */
export const seedOf = (usual: string): string => process.env['RAHMEN_SEED'] ?? usual;
