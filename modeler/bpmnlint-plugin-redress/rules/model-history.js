'use strict';

const { about, unless } = require('../lib/rule');
const { camunda } = require('../lib/model');

/** A process says how long its history is kept. */
module.exports = about('Process', node => unless(node.isExecutable === false && Object.hasOwn(node, 'isExecutable') || (camunda(node, 'historyTimeToLive') || '').trim(),
  'does not say how long its history is kept; set History time to live, for example P2192D for six years'));
