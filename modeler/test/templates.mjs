// Compares a file of element templates with Camunda's schema; ends with 1, and says why, if it does not fit.
import { readFileSync } from 'node:fs';
import { validateAll } from '@bpmn-io/element-templates-validator';

const { valid, results } = validateAll(JSON.parse(readFileSync(process.argv[2], 'utf8')));
console.log(results.length + ' templates');
for (const { valid, errors, object } of results) {
  if (!valid) {
    console.error(object.id + ': ' + errors.map(error => error.message).join('; '));
  }
}
process.exitCode = valid && results.length > 0 ? 0 : 1;
