'use strict';

const { about, unless } = require('../lib/rule');
const { is, text } = require('../lib/model');
const { wait, setIn } = require('../lib/deadlines');

/** A process that begins by itself at one time of every day is bound to no deadline. */
function daily(timer) {
  return is(timer.$parent, 'StartEvent') && /^0 \d{1,2} \d{1,2} \* \* \?$/.test(text(timer.timeCycle));
}

/** A timer waits for a deadline that the model sets, or begins a process at one time of every day. */
module.exports = about('TimerEventDefinition', timer => {
  const waits = wait(timer);
  if (daily(timer)) {
    return [];
  }
  const says = waits
    ? unless(setIn(timer).includes(waits.deadline),
      `waits for a date, but no task sets ${ waits.deadline } in this model; add a service task \${setDeadline} with the input parameter deadline`)
    : [ 'does not wait for a deadline; set Type to Date and the value to ${dueSoon.of(responseDue)} or ${overdue.of(responseDue)} of a deadline' ];
  return says.map(says => ({ at: timer.$parent, says }));
});
