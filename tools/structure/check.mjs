// What no linter can say about the tree, and whether every other gate saw what it is for.
import { overlooked } from './gates.mjs';
import { rules } from './rules.mjs';

const root = process.cwd();
const findings = [...Object.values(rules).flatMap((rule) => rule(root)), ...overlooked(root)];

for (const finding of findings) console.error(finding);
console.log(`structure: ${Object.keys(rules).length} rules, ${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;
