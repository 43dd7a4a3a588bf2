'use strict';

const { about, unless } = require('../lib/rule');

/** The id of a message follows its name. */
module.exports = about('Message', message => unless(message.id === `Message_${ message.name }`,
  `has an id that does not follow its name; call it Message_${ message.name }`));
