'use strict';

const { about, unless } = require('../lib/rule');
const { camunda } = require('../lib/model');
const { ofDueDate, setIn } = require('../lib/deadlines');

/** A task is due on a deadline that its model sets. */
module.exports = about('UserTask', task => {
  const due = camunda(task, 'dueDate');
  return unless(due === undefined || setIn(task).includes(ofDueDate(due)),
    `is due on ${ due }, which is no deadline of this model; its deadlines are [${ setIn(task).join(', ') }]`);
});
