'use strict';

const { about, unless } = require('../lib/rule');
const { camunda } = require('../lib/model');
const { standIn } = require('../lib/words');

/** A service task is called by the words of its delegate. */
module.exports = about('ServiceTask', node => {
  const expression = camunda(node, 'delegateExpression');
  const bean = /^\$\{([a-z][A-Za-z0-9]*)}$/.exec(expression || '');
  return unless(!bean || standIn(String(node.name), bean[1]), `does not use the words of ${ expression } in their order; rename the task or call the delegate that does this`);
});
