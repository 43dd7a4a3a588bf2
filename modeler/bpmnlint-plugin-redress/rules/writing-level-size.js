'use strict';

const { about, unless } = require('../lib/rule');
const { is } = require('../lib/model');

/** A level has at most 20 elements. */
module.exports = about([ 'Process', 'SubProcess' ], level => {
  const nodes = (level.flowElements || []).filter(one => is(one, 'FlowNode')).length;
  return unless(nodes <= 20, `has ${ nodes } elements on one level, more than 20; draw some of them as a sub-process or a called process`);
});
