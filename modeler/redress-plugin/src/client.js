import rules from '../../bpmnlint-plugin-redress';
import { looks } from './rules';
import patterns from './patterns';

/** What Camunda Modeler takes from the scripts of its plugins. */
const plugins = window.plugins = window.plugins || [];

const PACKAGE = 'bpmnlint-plugin-redress';

/** The linter's rules are found where its package would be, and nowhere else, so that the Modeler goes on looking for those of others. */
const resolver = {
  resolveRule(pkg, name) {
    if (pkg === PACKAGE && looks[name]) {
      return looks[name];
    }
    throw new Error(`no rule <${ pkg }/${ name }> here`);
  },
  resolveConfig(pkg, name) {
    throw new Error(`no config <${ pkg }/${ name }> here`);
  }
};

plugins.push({ plugin: { config: rules.configs.recommended, resolver }, type: 'lintRules.bpmn' });
plugins.push({ plugin: patterns, type: 'bpmn.platform.modeler.additionalModules' });
