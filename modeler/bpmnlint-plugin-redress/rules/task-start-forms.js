'use strict';

const { about, unless } = require('../lib/rule');
const { camunda, is } = require('../lib/model');

/** A process that people can start begins with a form. */
module.exports = about('StartEvent', node => unless((node.eventDefinitions || []).length || !is(node.$parent, 'Process') || camunda(node.$parent, 'isStartableInTasklist') === false
  || camunda(node, 'formRef') !== undefined, 'has no form; choose a Camunda form of the folder forms/, or untick Startable in Tasklist if a process starts this one'));
