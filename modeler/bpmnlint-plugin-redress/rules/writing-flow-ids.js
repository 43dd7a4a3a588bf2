'use strict';

const { about, unless } = require('../lib/rule');
const { isNamed, pascalCase, phrase } = require('../lib/words');

/** The id of a flow is what it leaves and its answer, or what it leaves and where it leads. */
module.exports = about('SequenceFlow', flow => {
  if (!flow.sourceRef || !flow.targetRef) {
    return [];
  }
  const expected = `Flow_${ phrase(flow.sourceRef) }${ isNamed(flow) ? pascalCase(flow.name) : `To${ phrase(flow.targetRef) }` }`;
  return unless(flow.id === expected, `has an id that does not follow its ends; call it ${ expected }`);
});
