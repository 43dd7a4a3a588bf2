'use strict';

const { about, unless } = require('../lib/rule');
const { all, input } = require('../lib/model');
const { INPUT, isSet, wait } = require('../lib/deadlines');

/** Something happens when a deadline passes. */
module.exports = about('ServiceTask', task => {
  const deadline = isSet(task) ? input(task, INPUT) : undefined;
  const waits = all(task, 'Event').flatMap(event => event.eventDefinitions || []).map(wait).filter(one => one && one.deadline === deadline);
  return unless(deadline === undefined || waits.some(one => one.moment !== 'dueSoon'),
    `sets ${ deadline }, but nothing happens when it passes; add a timer \${overdue.of(…Due)} to the work that it is for`);
});
