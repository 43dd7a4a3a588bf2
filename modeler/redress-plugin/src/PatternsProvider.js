import deadlines from '../../bpmnlint-plugin-redress/lib/deadlines';
import model from '../../bpmnlint-plugin-redress/lib/model';
import { spoken } from './names';

const GROUP = { id: 'redress', name: 'Redress' };

/** Offers, in the menu that appends something to an element, what consists of several elements. */
export default class PatternsProvider {
  constructor(popupMenu, redressPatterns) {
    this._popupMenu = popupMenu;
    this._patterns = redressPatterns;
    popupMenu.registerProvider('bpmn-append', this);
  }

  getPopupMenuEntries(element) {
    return entries => ({ ...this._entries(element), ...entries });
  }

  _entries(element) {
    const node = element.businessObject;
    const entries = {};
    if (model.is(node, 'Activity') && !node.triggeredByEvent) {
      deadlines.setIn(node).filter(deadline => deadline).forEach(deadline => {
        entries[`redress-watch-${ deadline }`] = this._entry(`${ spoken(deadline) }: reminder and overdue`,
          'Two working days before, whoever has it is reminded; when the day has passed, the delay is reported, and the work goes on.', 'bpmn-icon-intermediate-event-catch-non-interrupting-timer',
          () => this._patterns.watch(element, deadline));
        entries[`redress-lapse-${ deadline }`] = this._entry(`${ spoken(deadline) }: time is over`,
          'For somebody’s own time, such as the complainant’s: when the day has passed without an answer, that is recorded, and nobody is late.', 'bpmn-icon-intermediate-event-catch-non-interrupting-timer',
          () => this._patterns.lapse(element, deadline));
      });
    }
    if (model.is(node, 'FlowNode') && !model.is(node, 'EndEvent') && !(node.outgoing || []).length) {
      entries['redress-agreed-actions'] = this._entry('Carry out agreed actions', 'The process agreed-action for each agreed action of the case, one beside the other.', 'bpmn-icon-call-activity',
        () => this._patterns.agreedActions(element));
    }
    return entries;
  }

  _entry(label, description, className, draw) {
    return { label, description, className, group: GROUP, search: 'redress deadline timer', action: () => {
      this._popupMenu.close();
      draw();
    } };
  }
}

PatternsProvider.$inject = [ 'popupMenu', 'redressPatterns' ];
