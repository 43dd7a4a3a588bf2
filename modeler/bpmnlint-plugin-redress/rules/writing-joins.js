'use strict';

const { about, unless } = require('../lib/rule');
const { is, ways } = require('../lib/model');
const { isNamed } = require('../lib/words');

/** A gateway that only joins or forks has no name. */
module.exports = about('Gateway', gateway => {
  const asks = !is(gateway, 'ParallelGateway') && ways(gateway).length > 1;
  return unless(is(gateway, 'EventBasedGateway') || asks || !isNamed(gateway), 'only joins or forks, but has a name; remove the name, the lines say enough');
});
