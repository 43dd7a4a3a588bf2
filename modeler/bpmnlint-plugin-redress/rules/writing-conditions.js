'use strict';

const { about, unless } = require('../lib/rule');
const { text } = require('../lib/model');

/** A condition is one variable or one comparison, of at most 40 characters. */
module.exports = about('SequenceFlow', flow => {
  const condition = text(flow.conditionExpression);
  const has = `has the condition ${ condition }`;
  return [
    ...unless(condition.length <= 40, `${ has }, which is longer than 40 characters; let a delegate or a decision write the answer into a variable`),
    ...unless(!condition.includes(','), `${ has } with a comma; what needs a comma is code`),
    ...unless(!/&&|\|\||\?| and | or /.test(condition), `${ has }; one variable or one comparison is enough, more is a decision`)
  ];
});
