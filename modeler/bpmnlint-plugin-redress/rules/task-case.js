'use strict';

const { about, unless } = require('../lib/rule');
const { extensions } = require('../lib/model');

/** A called process gets the case. */
module.exports = about('CallActivity', node => unless(extensions(node, 'In').some(one => one.get('businessKey') !== undefined),
  'does not hand over the business key; tick it under In mappings, or the case cannot be found from the called process'));
