'use strict';

const { about, unless } = require('../lib/rule');

/** What a called process gets and gives is named, never all variables at once. */
module.exports = about([ 'camunda:In', 'camunda:Out' ], mapping => unless(mapping.get('variables') === undefined, 'hands over all variables at once; name those that are needed'));
