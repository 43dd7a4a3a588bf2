'use strict';

const { all, camunda, input, text } = require('./model');
const { kebabCase } = require('./words');

const INPUT = 'deadline';

/** What a timer waits for, and the deadline; undefined if it waits for something else. */
function wait(timer) {
  const found = /^\$\{(dueSoon|overdue|reached)\.of\(([a-z][A-Za-z0-9]*)Due\)}$/.exec(text(timer.timeDate));
  return found ? { moment: found[1], deadline: kebabCase(found[2]) } : undefined;
}

function isSet(task) {
  return camunda(task, 'delegateExpression') === '${setDeadline}';
}

/** The deadlines that the file sets, sorted. */
function setIn(node) {
  const set = all(node, 'ServiceTask').filter(isSet).map(task => input(task, INPUT)).filter(one => one !== undefined);
  return [ ...new Set(set) ].sort();
}

function ofDueDate(expression) {
  const found = /^\$\{([a-z][A-Za-z0-9]*)Due}$/.exec(expression);
  return found ? kebabCase(found[1]) : undefined;
}

module.exports = { INPUT, wait, isSet, setIn, ofDueDate };
