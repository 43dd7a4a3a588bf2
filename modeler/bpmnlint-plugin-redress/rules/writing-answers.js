'use strict';

const { about } = require('../lib/rule');
const { ways } = require('../lib/model');

/** Every way from a question has its condition, or is the default. */
module.exports = about('ExclusiveGateway', gateway => {
  const answers = ways(gateway);
  return answers.length < 2 ? [] : answers.filter(flow => flow !== gateway.default && !flow.conditionExpression)
    .map(flow => ({ at: flow, says: 'has no condition; set one, or make it the default flow' }));
});
