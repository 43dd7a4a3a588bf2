import deadlines from '../../bpmnlint-plugin-redress/lib/deadlines';
import model from '../../bpmnlint-plugin-redress/lib/model';
import { pascalCase, sources, spoken, variable } from './names';

/** From the corner of the work to the middle of an event on its bottom edge. */
const ASIDE = 10;
/** From there to the middle of the event that ends. */
const BELOW = 98;
const COMMAND = 'redress.draw';

/** Draws what consists of several elements, each named, identified and placed as the rules say; one step back takes all of it away. */
export default class AppendPatterns {
  constructor(commandStack, modeling, elementFactory, bpmnFactory, elementRegistry, selection) {
    Object.assign(this, { modeling, elementFactory, bpmnFactory, elementRegistry, selection, commandStack });
    commandStack.register(COMMAND, { preExecute: ({ draw }) => draw() });
  }

  /** A reminder before a deadline, and the report of a delay behind it, on the border of some work. */
  watch(host, deadline) {
    this._draw(() => {
      const rests = this._rests(host, deadline);
      const subject = this._subject(host, deadline, [ 'BoundaryEvent_{} due soon', 'BoundaryEvent_{} overdue', 'EndEvent_{} reminder sent', 'EndEvent_{} delay reported' ]);
      this._due(host, deadline);
      this._exception(host, deadline, {
        side: 'left', moment: 'dueSoon', name: `${ subject } due soon`, says: `Two working days before the day, at 09:00 (the number is a setting).${ rests }`,
        ends: `${ subject } reminder sent`, delegate: 'remindOfDeadline', because: 'The chronology shows that whoever has it was reminded; nothing else changes.'
      });
      this._exception(host, deadline, {
        side: 'right', moment: 'overdue', name: `${ subject } overdue`, says: `At 00:00 of the day after the day; never on the day itself.${ rests }`,
        ends: `${ subject } delay reported`, delegate: 'reportMissedDeadline', because: 'Recorded once; open tasks of this deadline get priority; a supervisor gets the task "Explain the delay to the complainant".'
      });
    });
  }

  /** What ends somebody’s own time on the border of some work, which goes on. */
  lapse(host, deadline) {
    this._draw(() => {
      const subject = this._subject(host, deadline, [ 'BoundaryEvent_{} time over', 'EndEvent_{} lapsed' ]);
      this._due(host, deadline);
      this._exception(host, deadline, {
        side: 'right', moment: 'overdue', name: `${ subject } time over`, says: `At 00:00 of the day after the day.${ this._rests(host, deadline) }`,
        ends: `${ subject } lapsed`, delegate: 'recordLapse', because: 'No answer in time; that is recorded, and nobody is late.'
      });
    });
  }

  /** The process agreed-action for each agreed action of the case, and the end behind it. */
  agreedActions(source) {
    this._draw(() => {
      const name = 'Carry out agreed actions';
      const handed = [ this._create('camunda:In', { businessKey: '#{execution.processBusinessKey}' }), ...[ 'council', 'caseReference', 'procedure', 'receivedOn', 'receivedAt', 'decidedOn', 'actionNumber' ]
        .map(one => this._create('camunda:In', { source: one, target: one })) ];
      const each = this._create('bpmn:MultiInstanceLoopCharacteristics', { collection: '${agreedActions.of(caseReference)}', elementVariable: 'actionNumber' });
      const call = this._create('bpmn:CallActivity', {
        ...this._id('CallActivity_' + pascalCase(name)), name, calledElement: 'agreed-action', calledElementBinding: 'deployment', loopCharacteristics: each, extensionElements: this._create('bpmn:ExtensionElements', { values: handed }),
        documentation: [ this._create('bpmn:Documentation', { text: 'One instance for each agreed action. CMP-01.' }) ],
        modelerTemplate: 'redress.agreed-action', modelerTemplateVersion: 1
      });
      const shape = this.elementFactory.createShape({ type: 'bpmn:CallActivity', businessObject: call });
      const middle = { x: source.x + source.width + 50 + shape.width / 2, y: source.y + source.height / 2 };
      const connection = this._flow(`${ source.businessObject.id.replace(/^[^_]*_/, '') }To${ pascalCase(name) }`);
      const appended = this.modeling.appendShape(source, shape, middle, source.parent, { connection });
      const ends = 'Agreed actions carried out';
      const end = this._create('bpmn:EndEvent', { ...this._id('EndEvent_' + pascalCase(ends)), name: ends });
      this.modeling.appendShape(appended, this.elementFactory.createShape({ type: 'bpmn:EndEvent', businessObject: end }), { x: middle.x + 140, y: middle.y }, source.parent,
        { connection: this._flow(`${ pascalCase(name) }To${ pascalCase(ends) }`) });
      this.selection.select(appended);
    });
  }

  _draw(draw) {
    this.commandStack.execute(COMMAND, { draw });
  }

  /** What the names begin with: the deadline, or the work where those of the deadline are taken. */
  _subject(host, deadline, names) {
    const free = subject => names.every(name => !this.elementRegistry.get(name.split('_')[0] + '_' + pascalCase(name.split('_')[1].replace('{}', subject))));
    const work = host.businessObject.name || host.id;
    return [ spoken(deadline), work ].find(free) || `${ work } ${ spoken(deadline).toLowerCase() }`;
  }

  /** The rules on which the deadline rests, as the step says that sets it. */
  _rests(host, deadline) {
    const set = model.all(host.businessObject, 'ServiceTask').find(task => deadlines.isSet(task) && model.input(task, deadlines.INPUT) === deadline);
    const named = set ? sources(model.documentation(set)) : '';
    return named && ` ${ named }.`;
  }

  /** The day stands in Tasklist too. */
  _due(host, deadline) {
    if (model.is(host.businessObject, 'UserTask') && model.camunda(host.businessObject, 'dueDate') === undefined) {
      this.modeling.updateProperties(host, { 'camunda:dueDate': `\${${ variable(deadline) }}` });
    }
  }

  _exception(host, deadline, { side, moment, name, says, ends, delegate, because }) {
    const x = side === 'left' ? host.x + ASIDE : host.x + Math.min(host.width, 100);
    const timeDate = this._create('bpmn:FormalExpression', { body: `\${${ moment }.of(${ variable(deadline) })}` });
    const event = this._event('bpmn:BoundaryEvent', 'BoundaryEvent_', name, says, { cancelActivity: false }, 'bpmn:TimerEventDefinition', { timeDate });
    const border = this.modeling.createShape(event, { x, y: host.y + host.height }, host, { attach: true });

    const parameter = this._create('camunda:InputParameter', { name: deadlines.INPUT, value: deadline });
    const mapping = this._create('camunda:InputOutput', { inputParameters: [ parameter ] });
    const end = this._event('bpmn:EndEvent', 'EndEvent_', ends, because, { extensionElements: this._create('bpmn:ExtensionElements', { values: [ mapping ] }) }, 'bpmn:MessageEventDefinition',
      { delegateExpression: `\${${ delegate }}` });
    const ending = this.modeling.createShape(end, { x, y: host.y + host.height + BELOW }, host.parent);

    this.modeling.connect(border, ending, this._flow(`${ pascalCase(name) }To${ pascalCase(ends) }`));
    this._aside(border, side, x, host.y + host.height + 20);
  }

  _event(type, prefix, name, says, settings, definition, details) {
    const businessObject = this._create(type, { ...this._id(prefix + pascalCase(name)), name, documentation: [ this._create('bpmn:Documentation', { text: says }) ], ...settings });
    const defined = this._create(definition, { ...this._id(`${ definition.replace('bpmn:', '') }_${ pascalCase(name) }`), ...details });
    defined.$parent = businessObject;
    businessObject.eventDefinitions = [ defined ];
    return this.elementFactory.createShape({ type, businessObject });
  }

  /** An element of the file, with its parts knowing where they are. */
  _create(type, attributes) {
    const one = this.bpmnFactory.create(type, attributes);
    Object.values(attributes).flat().filter(part => part && part.$type).forEach(part => {
      part.$parent = one;
    });
    return one;
  }

  /** An id that follows the name, unless it is taken; then the Modeler gives one, and the linter says how it should be. */
  _id(id) {
    return this.elementRegistry.get(id) ? {} : { id };
  }

  _flow(ends) {
    return { type: 'bpmn:SequenceFlow', businessObject: this._create('bpmn:SequenceFlow', this._id('Flow_' + ends)) };
  }

  /** Puts the name of an event on the border beside the line that leaves it. */
  _aside(event, side, x, y) {
    const { label } = event;
    this.modeling.moveShape(label, { x: (side === 'left' ? x - 20 - label.width : x + ASIDE) - label.x, y: y - label.y });
  }
}

AppendPatterns.$inject = [ 'commandStack', 'modeling', 'elementFactory', 'bpmnFactory', 'elementRegistry', 'selection' ];
