'use strict';

const { about } = require('../lib/rule');

/** A model has no listeners. */
module.exports = about([ 'camunda:ExecutionListener', 'camunda:TaskListener' ], () => 'has a listener; draw a service task, so that people see what happens');
