'use strict';

const { about, unless } = require('../lib/rule');
const { is, ways } = require('../lib/model');
const { isNamed } = require('../lib/words');

/** Where the way divides, the gateway asks a question, and its flows are named with the answers. */
module.exports = about('Gateway', gateway => {
  const answers = ways(gateway);
  if (is(gateway, 'EventBasedGateway') || is(gateway, 'ParallelGateway') || answers.length < 2) {
    return [];
  }
  return [
    ...unless(isNamed(gateway) && gateway.name.endsWith('?'), 'does not ask a question; name it with one, like Response approved?'),
    ...answers.filter(flow => !isNamed(flow)).map(flow => ({ at: flow, says: 'is no answer to the question; name it, for example Yes' }))
  ];
});
