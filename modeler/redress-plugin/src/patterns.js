import AppendPatterns from './AppendPatterns';
import PatternsProvider from './PatternsProvider';

/** The module of bpmn-js: commands that draw several elements at once, and where they are offered. */
export default {
  __init__: [ 'redressPatterns', 'redressPatternsProvider' ],
  redressPatterns: [ 'type', AppendPatterns ],
  redressPatternsProvider: [ 'type', PatternsProvider ]
};
