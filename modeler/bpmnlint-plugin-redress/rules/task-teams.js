'use strict';

const { about, unless } = require('../lib/rule');
const { camunda } = require('../lib/model');

/** Every task of people is offered to a group. */
module.exports = about('UserTask', node => unless(camunda(node, 'candidateGroups') !== undefined,
  'has no team; set Candidate groups, so that somebody sees it when the assignee is away'));
