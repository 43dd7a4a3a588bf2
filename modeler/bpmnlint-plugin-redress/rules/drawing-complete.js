'use strict';

const { about } = require('../lib/rule');
const { all } = require('../lib/model');

function drawn(definitions) {
  return new Set((definitions.diagrams || []).flatMap(one => one.plane && one.plane.planeElement || []).map(one => one.bpmnElement));
}

/** Every element is drawn. */
module.exports = about('Definitions', definitions => [ ...all(definitions, 'FlowNode'), ...all(definitions, 'SequenceFlow') ].filter(one => !drawn(definitions).has(one))
  .map(one => ({ at: one, says: 'is not drawn; people work with the picture, so nothing may be missing there' })));
