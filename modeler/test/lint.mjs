// Asks the linter about samples: a file with [{ "file": xml, … }, …] comes in, a list for each with [{ file, rule, element, says }] goes out.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');

const linter = new Linter({ config: { extends: 'plugin:redress/recommended' }, resolver: new NodeResolver() });

async function look(file, xml) {
  const { rootElement } = await new BpmnModdle({ camunda }).fromXML(xml);
  const found = await linter.lint(rootElement);
  return Object.entries(found).flatMap(([ rule, reports ]) => reports.map(report => ({ file, rule: rule.replace('redress/', ''), element: report.id, says: report.message })));
}

const [ , , from, to ] = process.argv;
const answers = [];
for (const sample of JSON.parse(readFileSync(from, 'utf8'))) {
  const found = [];
  for (const [ file, xml ] of Object.entries(sample)) {
    found.push(...await look(file, xml));
  }
  answers.push(found);
}
writeFileSync(to, JSON.stringify(answers));
