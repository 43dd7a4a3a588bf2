'use strict';

const { about } = require('../lib/rule');
const { documentation, is } = require('../lib/model');
const { namesRule } = require('../lib/words');
const { isSet } = require('../lib/deadlines');

function bound(node) {
  return [ 'Process', 'UserTask', 'BusinessRuleTask' ].some(type => is(node, type)) || is(node, 'ServiceTask') && isSet(node);
}

/** Processes, tasks of people, decisions, deadlines and timers name in their documentation the rule on which they rest. */
module.exports = about([ 'Process', 'UserTask', 'BusinessRuleTask', 'ServiceTask', 'TimerEventDefinition' ], node => {
  const element = is(node, 'TimerEventDefinition') ? node.$parent : node;
  const says = documentation(element);
  return element === node && !bound(node) || namesRule(says) ? []
    : [ { at: element, says: `names no rule in its documentation (${ says }); add one, for example CORP-21, or rule book 1.6` } ];
});
