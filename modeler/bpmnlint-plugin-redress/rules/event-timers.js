'use strict';

const { about, unless } = require('../lib/rule');
const { is, timers } = require('../lib/model');

/** An event sub-process waits for no timer, which would fire again when a running case goes on with a new version. */
module.exports = about('SubProcess', node => unless(!(node.triggeredByEvent && (node.flowElements || []).some(one => is(one, 'StartEvent') && timers(one).length)),
  'begins when a day has come, and would begin once more in a case that goes on with a new version of the model; draw the timer on the border of a sub-process around the work'));
