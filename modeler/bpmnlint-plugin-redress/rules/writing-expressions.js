'use strict';

const { about, unless } = require('../lib/rule');
const { is } = require('../lib/model');

/** What stands in attributes of an element, and in it, as texts. */
function texts(node) {
  const typed = node.$descriptor.properties.filter(one => (one.isAttr || one.isBody || one.type === 'String' && !one.isMany) && Object.hasOwn(node, one.name)).map(one => node[one.name]);
  return [ ...typed, ...Object.values(node.$attrs || {}) ].filter(one => typeof one === 'string').map(one => one.trim());
}

/** An expression has at most 45 characters and no comma. */
module.exports = about([ 'BaseElement', 'camunda:InputParameter', 'camunda:OutputParameter', 'camunda:In', 'camunda:Out', 'camunda:Property', 'camunda:FailedJobRetryTimeCycle' ], node =>
  is(node, 'Documentation') ? [] : texts(node).filter(one => one.includes('${') || one.includes('#{')).flatMap(one => [
    ...unless(one.length <= 45, `has the expression ${ one }, which is longer than 45 characters; write it as code`),
    ...unless(!one.includes(','), `has the expression ${ one } with a comma; what needs a comma is code`)
  ]));
