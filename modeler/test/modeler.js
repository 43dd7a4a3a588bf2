// In the page with Camunda Modeler's editor for Camunda 7: what a test asks of it. Everything answers with the file that the editor would save.
window.redress = (() => {
  const ours = type => (window.plugins || []).filter(one => one.type === type).map(one => one.plugin);
  const modeler = new window.BpmnModeler({ container: '#canvas', additionalModules: ours('bpmn.platform.modeler.additionalModules'), alignToOrigin: { alignOnSave: false } });
  const refused = [];
  modeler.on('elementTemplates.errors', ({ errors }) => refused.push(...errors.map(error => error.message)));
  const save = async () => (await modeler.saveXML({ format: true })).xml;
  const element = id => modeler.get('elementRegistry').get(id);

  return {
    refused,
    lint: () => ours('lintRules.bpmn').flatMap(({ config, resolver }) => Object.keys(config.rules)
      .map(rule => typeof resolver.resolveRule('bpmnlint-plugin-' + rule.split('/')[0], rule.split('/')[1])().check)),
    templates(templates) {
      modeler.get('elementTemplatesLoader').setTemplates(templates);
      return modeler.get('elementTemplates').getAll().map(template => template.id);
    },
    async open(xml) {
      const { warnings } = await modeler.importXML(xml);
      return warnings.map(warning => warning.message);
    },
    save,
    // as somebody does who chooses a template and then something in each of its fields
    apply(id, template, version, choices) {
      const chosen = JSON.parse(JSON.stringify(modeler.get('elementTemplates').get(template, version)));
      chosen.properties.forEach((property, i) => {
        if (choices[i] !== null && choices[i] !== undefined) {
          property.value = choices[i];
        }
      });
      return modeler.get('elementTemplates').applyTemplate(element(id), chosen).id;
    },
    append(id) {
      modeler.get('canvas').zoom(1);
      const shape = element(id);
      modeler.get('selection').select(shape);
      const box = modeler.get('canvas').getAbsoluteBBox(shape);
      modeler.get('popupMenu').open(shape, 'bpmn-append', { x: box.x + box.width + 40, y: box.y }, { title: 'Append element', width: 360, search: true });
    },
    undo() {
      modeler.get('commandStack').undo();
      return save();
    }
  };
})();
