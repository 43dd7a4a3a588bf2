'use strict';

const { about } = require('../lib/rule');
const { is } = require('../lib/model');

/** Sub-processes show what happens in them. */
module.exports = about('bpmndi:BPMNShape', shape => !shape.bpmnElement || !is(shape.bpmnElement, 'SubProcess') || shape.isExpanded ? []
  : [ { at: shape.bpmnElement, says: 'is collapsed; expand it, people must see what happens in it' } ]);
