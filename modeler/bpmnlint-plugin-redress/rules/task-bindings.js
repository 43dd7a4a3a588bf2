'use strict';

const { about, unless } = require('../lib/rule');
const { camunda, is } = require('../lib/model');

function binding(node) {
  if (is(node, 'CallActivity')) {
    return [ 'process', camunda(node, 'calledElementBinding') ];
  }
  if (is(node, 'BusinessRuleTask')) {
    return camunda(node, 'decisionRef') !== undefined && [ 'decision', camunda(node, 'decisionRefBinding') ];
  }
  return camunda(node, 'formRef') !== undefined && [ 'form', camunda(node, 'formRefBinding') ];
}

/** A form, a table and a called process are those of the same deployment, so that a running case keeps them. */
module.exports = about([ 'UserTask', 'StartEvent', 'BusinessRuleTask', 'CallActivity' ], node => {
  const [ what, from ] = binding(node) || [ '', 'deployment' ];
  return unless(from === 'deployment', `takes its ${ what } from ${ from === undefined ? 'the latest deployment' : from }; set Binding to deployment, so that a running case keeps what it began with`);
});
