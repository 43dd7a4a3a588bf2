'use strict';

const { about } = require('../lib/rule');
const { input, timers, ways } = require('../lib/model');
const { INPUT, wait } = require('../lib/deadlines');

/** What follows a timer reports the deadline for which the timer waited. */
module.exports = about('BoundaryEvent', event => {
  const waits = timers(event).slice(0, 1).map(wait)[0];
  return !waits ? [] : ways(event).map(flow => flow.targetRef).filter(next => next && input(next, INPUT) !== undefined && input(next, INPUT) !== waits.deadline)
    .map(next => ({ at: next, says: `follows the timer of ${ waits.deadline }, but reports ${ input(next, INPUT) }; correct its input parameter deadline` }));
});
