'use strict';

const { about } = require('../lib/rule');
const { is } = require('../lib/model');

/** Elements have the standard sizes. */
module.exports = about('bpmndi:BPMNShape', ({ bpmnElement: node, bounds }) => {
  if (!node || !bounds || !is(node, 'FlowNode') || is(node, 'SubProcess')) {
    return [];
  }
  const [ width, height ] = is(node, 'Event') ? [ 36, 36 ] : is(node, 'Gateway') ? [ 50, 50 ] : [ 100, 80 ];
  return bounds.width === width && bounds.height === height ? []
    : [ { at: node, says: `is ${ bounds.width.toFixed(0) } by ${ bounds.height.toFixed(0) }; the standard size is ${ width } by ${ height }` } ];
});
