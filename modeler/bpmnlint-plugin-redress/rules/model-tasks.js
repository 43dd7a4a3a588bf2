'use strict';

const { about, unless } = require('../lib/rule');
const { camunda } = require('../lib/model');

/** A task of people shows a form and is for somebody. */
module.exports = about('UserTask', node => [
  ...unless([ 'formRef', 'formKey' ].some(name => camunda(node, name) !== undefined), 'shows no form, so that nobody could complete it; set a form reference'),
  ...unless([ 'candidateGroups', 'candidateUsers', 'assignee' ].some(name => (camunda(node, name) || '').trim()), 'is for nobody; name a group')
]);
