'use strict';

const { about, unless } = require('../lib/rule');
const { camunda, is } = require('../lib/model');

/** A service task and a message that is sent have a delegate. */
module.exports = about([ 'ServiceTask', 'MessageEventDefinition' ], node => {
  const works = is(node, 'ServiceTask') || is(node.$parent, 'EndEvent') || is(node.$parent, 'IntermediateThrowEvent');
  return unless(!works || [ 'delegateExpression', 'class', 'expression', 'type' ].some(name => camunda(node, name) !== undefined),
    'has no delegate; set Implementation to Delegate expression and the bean, like ${setDeadline}');
});
