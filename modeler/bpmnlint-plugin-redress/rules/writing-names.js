'use strict';

const { about, unless } = require('../lib/rule');
const { is } = require('../lib/model');
const { isNamed } = require('../lib/words');

/** Every task and event has a name. */
module.exports = about('FlowNode', node => unless(is(node, 'Gateway') || isNamed(node), 'has no name; a task is verb and object, an event object and state'));
