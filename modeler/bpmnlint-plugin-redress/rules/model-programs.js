'use strict';

const { about } = require('../lib/rule');
const { camunda } = require('../lib/model');

const SETTINGS = {
  class: 'runs a Java class; use a delegate expression such as ${setDeadline}',
  expression: 'computes as its implementation; use a delegate expression such as ${setDeadline}',
  type: 'is an external task or another kind of service; use a delegate expression such as ${setDeadline}',
  topic: 'is an external task; use a delegate expression such as ${setDeadline}'
};
const PARTS = {
  'camunda:Connector': 'has a connector; use a delegate expression such as ${setDeadline}',
  'camunda:Field': 'sets a field of a program; use an input parameter'
};

/** A model runs no classes, connectors, external tasks or mail; its service tasks have delegates. */
module.exports = about([ 'BaseElement', ...Object.keys(PARTS) ], node => PARTS[node.$type]
  || Object.keys(SETTINGS).filter(name => camunda(node, name) !== undefined).map(name => SETTINGS[name]));
