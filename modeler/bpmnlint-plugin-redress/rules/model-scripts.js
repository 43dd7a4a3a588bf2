'use strict';

const { about, unless } = require('../lib/rule');

const PARTS = {
  'bpmn:ScriptTask': 'is a script; use a service task with a delegate, or a decision table',
  'camunda:Script': 'holds a script; use a delegate, or a decision table'
};

/** A model has no scripts, and conditions in no other language. */
module.exports = about([ 'ScriptTask', 'camunda:Script', 'FormalExpression' ], node => PARTS[node.$type]
  || unless(node.language === undefined, 'has a condition in another language; write an expression such as ${verdict == \'accepted\'}'));
