// Made by `npm run build` of src and of the linter’s rules; change those.
(() => {
  var __create = Object.create;
  var __defProp = Object.defineProperty;
  var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
  var __getOwnPropNames = Object.getOwnPropertyNames;
  var __getProtoOf = Object.getPrototypeOf;
  var __hasOwnProp = Object.prototype.hasOwnProperty;
  var __commonJS = (cb, mod) => function __require() {
    try {
      return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
    } catch (e) {
      throw mod = 0, e;
    }
  };
  var __copyProps = (to, from, except, desc) => {
    if (from && typeof from === "object" || typeof from === "function") {
      for (let key of __getOwnPropNames(from))
        if (!__hasOwnProp.call(to, key) && key !== except)
          __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
    }
    return to;
  };
  var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
    // If the importer is in node compatibility mode or this is not an ESM
    // file that has been converted to a CommonJS file using a Babel-
    // compatible transform (i.e. "__esModule" has not been set), then set
    // "default" to the CommonJS "module.exports" for node compatibility.
    isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
    mod
  ));

  // bpmnlint-plugin-redress/index.js
  var require_bpmnlint_plugin_redress = __commonJS({
    "bpmnlint-plugin-redress/index.js"(exports, module) {
      "use strict";
      var RULES = [
        "deadline-breaches",
        "deadline-due-dates",
        "deadline-reports",
        "deadline-timers",
        "drawing-complete",
        "drawing-expanded",
        "drawing-sizes",
        "event-timers",
        "model-history",
        "model-listeners",
        "model-programs",
        "model-scripts",
        "model-tasks",
        "process-executable",
        "task-bindings",
        "task-case",
        "task-delegate-names",
        "task-delegates",
        "task-start-forms",
        "task-teams",
        "writing-answers",
        "writing-conditions",
        "writing-expressions",
        "writing-flow-ids",
        "writing-handed-over",
        "writing-ids",
        "writing-joins",
        "writing-kinds",
        "writing-level-size",
        "writing-message-ids",
        "writing-names",
        "writing-one-process",
        "writing-process",
        "writing-questions",
        "writing-sentence-case",
        "writing-sources"
      ];
      var REFUSED = ["model-history", "model-listeners", "model-programs", "model-scripts", "model-tasks", "process-executable", "task-case", "task-delegates"];
      module.exports = {
        configs: {
          recommended: {
            rules: Object.fromEntries(RULES.map((rule) => [`redress/${rule}`, REFUSED.includes(rule) ? "error" : "warn"]))
          }
        },
        rules: Object.fromEntries(RULES.map((rule) => [rule, `./rules/${rule}`]))
      };
    }
  });

  // bpmnlint-plugin-redress/lib/model.js
  var require_model = __commonJS({
    "bpmnlint-plugin-redress/lib/model.js"(exports, module) {
      "use strict";
      function owner(node) {
        let one = node;
        while (one && !one.id) {
          one = one.$parent;
        }
        return one;
      }
      function is(node, type) {
        return typeof node.$instanceOf === "function" && node.$instanceOf(type.includes(":") ? type : `bpmn:${type}`);
      }
      function kind(node) {
        const name = node.$type.replace(/^.*:/, "");
        return name.charAt(0).toLowerCase() + name.slice(1);
      }
      function camunda(node, name) {
        const known = node.$descriptor.propertiesByName[`camunda:${name}`];
        return known && !Object.hasOwn(node, known.name) ? void 0 : node.get(`camunda:${name}`);
      }
      function documentation(node) {
        return (node.get("documentation") || []).map((one) => one.text || "").join(" ");
      }
      function extensions(node, type) {
        const all2 = node.extensionElements && node.extensionElements.get("values") || [];
        return all2.filter((one) => one.$type === `camunda:${type}`);
      }
      function input(node, name) {
        return extensions(node, "InputOutput").flatMap((one) => one.get("inputParameters") || []).filter((one) => one.name === name).map((one) => one.get("value") || "")[0];
      }
      function all(node, type) {
        const found = [];
        const collect = (one) => {
          if (is(one, type)) {
            found.push(one);
          }
          (one.flowElements || []).forEach(collect);
        };
        process(node).forEach(collect);
        return found;
      }
      function process(node) {
        let root = node;
        while (root.$parent) {
          root = root.$parent;
        }
        return (root.rootElements || []).filter((one) => is(one, "Process"));
      }
      function text(expression) {
        return expression ? (expression.body || "").trim() : "";
      }
      function timers(node) {
        return (node.eventDefinitions || []).filter((one) => is(one, "TimerEventDefinition"));
      }
      function ways(node) {
        return all(node, "SequenceFlow").filter((flow) => flow.sourceRef === node);
      }
      module.exports = { owner, is, kind, camunda, documentation, extensions, input, all, text, timers, ways };
    }
  });

  // bpmnlint-plugin-redress/lib/rule.js
  var require_rule = __commonJS({
    "bpmnlint-plugin-redress/lib/rule.js"(exports, module) {
      "use strict";
      var { is, owner } = require_model();
      function about(types, look) {
        const wanted = [].concat(types);
        return () => ({
          check(node, reporter) {
            if (wanted.some((type) => is(node, type))) {
              [].concat(look(node) || []).map((wrong) => typeof wrong === "string" ? { at: node, says: wrong } : wrong).forEach(({ at, says }) => {
                reporter.report((owner(at) || {}).id || "the file", says);
              });
            }
          }
        });
      }
      function unless(right, sentence) {
        return right ? [] : [sentence];
      }
      module.exports = { about, unless };
    }
  });

  // bpmnlint-plugin-redress/lib/words.js
  var require_words = __commonJS({
    "bpmnlint-plugin-redress/lib/words.js"(exports, module) {
      "use strict";
      var PROPER = ["Ombudsman", "Investigating", "Officer", "Independent", "Person", "Monitoring", "Chief", "Executive", "Minister", "Schedule", "Ofsted", "Easy", "Read"];
      var PREFIXES = {
        boundaryEvent: "BoundaryEvent_",
        businessRuleTask: "BusinessRuleTask_",
        callActivity: "CallActivity_",
        endEvent: "EndEvent_",
        eventBasedGateway: "Gateway_",
        exclusiveGateway: "Gateway_",
        inclusiveGateway: "Gateway_",
        intermediateCatchEvent: "IntermediateEvent_",
        intermediateThrowEvent: "IntermediateEvent_",
        parallelGateway: "Gateway_",
        serviceTask: "ServiceTask_",
        startEvent: "StartEvent_",
        subProcess: "SubProcess_",
        userTask: "UserTask_"
      };
      function of(phrase2) {
        return phrase2.replace(/['’]/g, "").split(/[^\p{L}\p{N}]+/u).filter((word) => word);
      }
      function pascalCase2(phrase2) {
        return of(phrase2).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
      }
      function humps(camelCase) {
        return camelCase.split(/(?<=[a-z])(?=[0-9])|(?<=[a-z0-9])(?=[A-Z])/);
      }
      function kebabCase(camelCase) {
        return humps(camelCase).join("-").toLowerCase();
      }
      function standIn(phrase2, camelCase) {
        const inOrder = humps(camelCase).map((word) => word.toLowerCase()).join(" (.* )?");
        return new RegExp(`^(.* )?${inOrder}( .*)?$`).test(of(phrase2).join(" ").toLowerCase());
      }
      function isSentenceCase(phrase2) {
        return phrase2.replace(/['’]s\b/g, "").split(/(?<=[.?!])\s+/).map(of).every((words2) => words2.length > 0 && !/^\p{Ll}/u.test(words2[0]) && !/\p{Ll}\p{Lu}/u.test(words2[0]) && words2.slice(1).every((word) => PROPER.includes(word) || word.length > 1 && word === word.toUpperCase() || word === word.toLowerCase()));
      }
      function isNamed(node) {
        return Boolean(node.name && node.name.trim());
      }
      function phrase(node) {
        return node.id.slice(node.id.indexOf("_") + 1);
      }
      function namesRule(text) {
        return /(?:CORP|CHD|WD|LGA|LGS|REM|CMP|ADT|ACC|DAT)-\d+|[Rr]ule book/.test(text);
      }
      module.exports = { PREFIXES, pascalCase: pascalCase2, kebabCase, standIn, isSentenceCase, isNamed, phrase, namesRule };
    }
  });

  // bpmnlint-plugin-redress/lib/deadlines.js
  var require_deadlines = __commonJS({
    "bpmnlint-plugin-redress/lib/deadlines.js"(exports, module) {
      "use strict";
      var { all, camunda, input, text } = require_model();
      var { kebabCase } = require_words();
      var INPUT = "deadline";
      function wait(timer) {
        const found = /^\$\{(dueSoon|overdue|reached)\.of\(([a-z][A-Za-z0-9]*)Due\)}$/.exec(text(timer.timeDate));
        return found ? { moment: found[1], deadline: kebabCase(found[2]) } : void 0;
      }
      function isSet(task) {
        return camunda(task, "delegateExpression") === "${setDeadline}";
      }
      function setIn(node) {
        const set = all(node, "ServiceTask").filter(isSet).map((task) => input(task, INPUT)).filter((one) => one !== void 0);
        return [...new Set(set)].sort();
      }
      function ofDueDate(expression) {
        const found = /^\$\{([a-z][A-Za-z0-9]*)Due}$/.exec(expression);
        return found ? kebabCase(found[1]) : void 0;
      }
      module.exports = { INPUT, wait, isSet, setIn, ofDueDate };
    }
  });

  // bpmnlint-plugin-redress/rules/deadline-breaches.js
  var require_deadline_breaches = __commonJS({
    "bpmnlint-plugin-redress/rules/deadline-breaches.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { all, input } = require_model();
      var { INPUT, isSet, wait } = require_deadlines();
      module.exports = about("ServiceTask", (task) => {
        const deadline = isSet(task) ? input(task, INPUT) : void 0;
        const waits = all(task, "Event").flatMap((event) => event.eventDefinitions || []).map(wait).filter((one) => one && one.deadline === deadline);
        return unless(
          deadline === void 0 || waits.some((one) => one.moment !== "dueSoon"),
          `sets ${deadline}, but nothing happens when it passes; add a timer \${overdue.of(…Due)} to the work that it is for`
        );
      });
    }
  });

  // bpmnlint-plugin-redress/rules/deadline-due-dates.js
  var require_deadline_due_dates = __commonJS({
    "bpmnlint-plugin-redress/rules/deadline-due-dates.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { camunda } = require_model();
      var { ofDueDate, setIn } = require_deadlines();
      module.exports = about("UserTask", (task) => {
        const due = camunda(task, "dueDate");
        return unless(
          due === void 0 || setIn(task).includes(ofDueDate(due)),
          `is due on ${due}, which is no deadline of this model; its deadlines are [${setIn(task).join(", ")}]`
        );
      });
    }
  });

  // bpmnlint-plugin-redress/rules/deadline-reports.js
  var require_deadline_reports = __commonJS({
    "bpmnlint-plugin-redress/rules/deadline-reports.js"(exports, module) {
      "use strict";
      var { about } = require_rule();
      var { input, timers, ways } = require_model();
      var { INPUT, wait } = require_deadlines();
      module.exports = about("BoundaryEvent", (event) => {
        const waits = timers(event).slice(0, 1).map(wait)[0];
        return !waits ? [] : ways(event).map((flow) => flow.targetRef).filter((next) => next && input(next, INPUT) !== void 0 && input(next, INPUT) !== waits.deadline).map((next) => ({ at: next, says: `follows the timer of ${waits.deadline}, but reports ${input(next, INPUT)}; correct its input parameter deadline` }));
      });
    }
  });

  // bpmnlint-plugin-redress/rules/deadline-timers.js
  var require_deadline_timers = __commonJS({
    "bpmnlint-plugin-redress/rules/deadline-timers.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { is, text } = require_model();
      var { wait, setIn } = require_deadlines();
      function daily(timer) {
        return is(timer.$parent, "StartEvent") && /^0 \d{1,2} \d{1,2} \* \* \?$/.test(text(timer.timeCycle));
      }
      module.exports = about("TimerEventDefinition", (timer) => {
        const waits = wait(timer);
        if (daily(timer)) {
          return [];
        }
        const says = waits ? unless(
          setIn(timer).includes(waits.deadline),
          `waits for a date, but no task sets ${waits.deadline} in this model; add a service task \${setDeadline} with the input parameter deadline`
        ) : ["does not wait for a deadline; set Type to Date and the value to ${dueSoon.of(responseDue)} or ${overdue.of(responseDue)} of a deadline"];
        return says.map((says2) => ({ at: timer.$parent, says: says2 }));
      });
    }
  });

  // bpmnlint-plugin-redress/rules/drawing-complete.js
  var require_drawing_complete = __commonJS({
    "bpmnlint-plugin-redress/rules/drawing-complete.js"(exports, module) {
      "use strict";
      var { about } = require_rule();
      var { all } = require_model();
      function drawn(definitions) {
        return new Set((definitions.diagrams || []).flatMap((one) => one.plane && one.plane.planeElement || []).map((one) => one.bpmnElement));
      }
      module.exports = about("Definitions", (definitions) => [...all(definitions, "FlowNode"), ...all(definitions, "SequenceFlow")].filter((one) => !drawn(definitions).has(one)).map((one) => ({ at: one, says: "is not drawn; people work with the picture, so nothing may be missing there" })));
    }
  });

  // bpmnlint-plugin-redress/rules/drawing-expanded.js
  var require_drawing_expanded = __commonJS({
    "bpmnlint-plugin-redress/rules/drawing-expanded.js"(exports, module) {
      "use strict";
      var { about } = require_rule();
      var { is } = require_model();
      module.exports = about("bpmndi:BPMNShape", (shape) => !shape.bpmnElement || !is(shape.bpmnElement, "SubProcess") || shape.isExpanded ? [] : [{ at: shape.bpmnElement, says: "is collapsed; expand it, people must see what happens in it" }]);
    }
  });

  // bpmnlint-plugin-redress/rules/drawing-sizes.js
  var require_drawing_sizes = __commonJS({
    "bpmnlint-plugin-redress/rules/drawing-sizes.js"(exports, module) {
      "use strict";
      var { about } = require_rule();
      var { is } = require_model();
      module.exports = about("bpmndi:BPMNShape", ({ bpmnElement: node, bounds }) => {
        if (!node || !bounds || !is(node, "FlowNode") || is(node, "SubProcess")) {
          return [];
        }
        const [width, height] = is(node, "Event") ? [36, 36] : is(node, "Gateway") ? [50, 50] : [100, 80];
        return bounds.width === width && bounds.height === height ? [] : [{ at: node, says: `is ${bounds.width.toFixed(0)} by ${bounds.height.toFixed(0)}; the standard size is ${width} by ${height}` }];
      });
    }
  });

  // bpmnlint-plugin-redress/rules/event-timers.js
  var require_event_timers = __commonJS({
    "bpmnlint-plugin-redress/rules/event-timers.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { is, timers } = require_model();
      module.exports = about("SubProcess", (node) => unless(
        !(node.triggeredByEvent && (node.flowElements || []).some((one) => is(one, "StartEvent") && timers(one).length)),
        "begins when a day has come, and would begin once more in a case that goes on with a new version of the model; draw the timer on the border of a sub-process around the work"
      ));
    }
  });

  // bpmnlint-plugin-redress/rules/model-history.js
  var require_model_history = __commonJS({
    "bpmnlint-plugin-redress/rules/model-history.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { camunda } = require_model();
      module.exports = about("Process", (node) => unless(
        node.isExecutable === false && Object.hasOwn(node, "isExecutable") || (camunda(node, "historyTimeToLive") || "").trim(),
        "does not say how long its history is kept; set History time to live, for example P2192D for six years"
      ));
    }
  });

  // bpmnlint-plugin-redress/rules/model-listeners.js
  var require_model_listeners = __commonJS({
    "bpmnlint-plugin-redress/rules/model-listeners.js"(exports, module) {
      "use strict";
      var { about } = require_rule();
      module.exports = about(["camunda:ExecutionListener", "camunda:TaskListener"], () => "has a listener; draw a service task, so that people see what happens");
    }
  });

  // bpmnlint-plugin-redress/rules/model-programs.js
  var require_model_programs = __commonJS({
    "bpmnlint-plugin-redress/rules/model-programs.js"(exports, module) {
      "use strict";
      var { about } = require_rule();
      var { camunda } = require_model();
      var SETTINGS = {
        class: "runs a Java class; use a delegate expression such as ${setDeadline}",
        expression: "computes as its implementation; use a delegate expression such as ${setDeadline}",
        type: "is an external task or another kind of service; use a delegate expression such as ${setDeadline}",
        topic: "is an external task; use a delegate expression such as ${setDeadline}"
      };
      var PARTS = {
        "camunda:Connector": "has a connector; use a delegate expression such as ${setDeadline}",
        "camunda:Field": "sets a field of a program; use an input parameter"
      };
      module.exports = about(["BaseElement", ...Object.keys(PARTS)], (node) => PARTS[node.$type] || Object.keys(SETTINGS).filter((name) => camunda(node, name) !== void 0).map((name) => SETTINGS[name]));
    }
  });

  // bpmnlint-plugin-redress/rules/model-scripts.js
  var require_model_scripts = __commonJS({
    "bpmnlint-plugin-redress/rules/model-scripts.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var PARTS = {
        "bpmn:ScriptTask": "is a script; use a service task with a delegate, or a decision table",
        "camunda:Script": "holds a script; use a delegate, or a decision table"
      };
      module.exports = about(["ScriptTask", "camunda:Script", "FormalExpression"], (node) => PARTS[node.$type] || unless(node.language === void 0, "has a condition in another language; write an expression such as ${verdict == 'accepted'}"));
    }
  });

  // bpmnlint-plugin-redress/rules/model-tasks.js
  var require_model_tasks = __commonJS({
    "bpmnlint-plugin-redress/rules/model-tasks.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { camunda } = require_model();
      module.exports = about("UserTask", (node) => [
        ...unless(["formRef", "formKey"].some((name) => camunda(node, name) !== void 0), "shows no form, so that nobody could complete it; set a form reference"),
        ...unless(["candidateGroups", "candidateUsers", "assignee"].some((name) => (camunda(node, name) || "").trim()), "is for nobody; name a group")
      ]);
    }
  });

  // bpmnlint-plugin-redress/rules/process-executable.js
  var require_process_executable = __commonJS({
    "bpmnlint-plugin-redress/rules/process-executable.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      module.exports = about("Process", (node) => unless(node.isExecutable === true, "is not executable, so that nothing begins it; tick Executable"));
    }
  });

  // bpmnlint-plugin-redress/rules/task-bindings.js
  var require_task_bindings = __commonJS({
    "bpmnlint-plugin-redress/rules/task-bindings.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { camunda, is } = require_model();
      function binding(node) {
        if (is(node, "CallActivity")) {
          return ["process", camunda(node, "calledElementBinding")];
        }
        if (is(node, "BusinessRuleTask")) {
          return camunda(node, "decisionRef") !== void 0 && ["decision", camunda(node, "decisionRefBinding")];
        }
        return camunda(node, "formRef") !== void 0 && ["form", camunda(node, "formRefBinding")];
      }
      module.exports = about(["UserTask", "StartEvent", "BusinessRuleTask", "CallActivity"], (node) => {
        const [what, from] = binding(node) || ["", "deployment"];
        return unless(from === "deployment", `takes its ${what} from ${from === void 0 ? "the latest deployment" : from}; set Binding to deployment, so that a running case keeps what it began with`);
      });
    }
  });

  // bpmnlint-plugin-redress/rules/task-case.js
  var require_task_case = __commonJS({
    "bpmnlint-plugin-redress/rules/task-case.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { extensions } = require_model();
      module.exports = about("CallActivity", (node) => unless(
        extensions(node, "In").some((one) => one.get("businessKey") !== void 0),
        "does not hand over the business key; tick it under In mappings, or the case cannot be found from the called process"
      ));
    }
  });

  // bpmnlint-plugin-redress/rules/task-delegate-names.js
  var require_task_delegate_names = __commonJS({
    "bpmnlint-plugin-redress/rules/task-delegate-names.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { camunda } = require_model();
      var { standIn } = require_words();
      module.exports = about("ServiceTask", (node) => {
        const expression = camunda(node, "delegateExpression");
        const bean = /^\$\{([a-z][A-Za-z0-9]*)}$/.exec(expression || "");
        return unless(!bean || standIn(String(node.name), bean[1]), `does not use the words of ${expression} in their order; rename the task or call the delegate that does this`);
      });
    }
  });

  // bpmnlint-plugin-redress/rules/task-delegates.js
  var require_task_delegates = __commonJS({
    "bpmnlint-plugin-redress/rules/task-delegates.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { camunda, is } = require_model();
      module.exports = about(["ServiceTask", "MessageEventDefinition"], (node) => {
        const works = is(node, "ServiceTask") || is(node.$parent, "EndEvent") || is(node.$parent, "IntermediateThrowEvent");
        return unless(
          !works || ["delegateExpression", "class", "expression", "type"].some((name) => camunda(node, name) !== void 0),
          "has no delegate; set Implementation to Delegate expression and the bean, like ${setDeadline}"
        );
      });
    }
  });

  // bpmnlint-plugin-redress/rules/task-start-forms.js
  var require_task_start_forms = __commonJS({
    "bpmnlint-plugin-redress/rules/task-start-forms.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { camunda, is } = require_model();
      module.exports = about("StartEvent", (node) => unless((node.eventDefinitions || []).length || !is(node.$parent, "Process") || camunda(node.$parent, "isStartableInTasklist") === false || camunda(node, "formRef") !== void 0, "has no form; choose a Camunda form of the folder forms/, or untick Startable in Tasklist if a process starts this one"));
    }
  });

  // bpmnlint-plugin-redress/rules/task-teams.js
  var require_task_teams = __commonJS({
    "bpmnlint-plugin-redress/rules/task-teams.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { camunda } = require_model();
      module.exports = about("UserTask", (node) => unless(
        camunda(node, "candidateGroups") !== void 0,
        "has no team; set Candidate groups, so that somebody sees it when the assignee is away"
      ));
    }
  });

  // bpmnlint-plugin-redress/rules/writing-answers.js
  var require_writing_answers = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-answers.js"(exports, module) {
      "use strict";
      var { about } = require_rule();
      var { ways } = require_model();
      module.exports = about("ExclusiveGateway", (gateway) => {
        const answers = ways(gateway);
        return answers.length < 2 ? [] : answers.filter((flow) => flow !== gateway.default && !flow.conditionExpression).map((flow) => ({ at: flow, says: "has no condition; set one, or make it the default flow" }));
      });
    }
  });

  // bpmnlint-plugin-redress/rules/writing-conditions.js
  var require_writing_conditions = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-conditions.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { text } = require_model();
      module.exports = about("SequenceFlow", (flow) => {
        const condition = text(flow.conditionExpression);
        const has = `has the condition ${condition}`;
        return [
          ...unless(condition.length <= 40, `${has}, which is longer than 40 characters; let a delegate or a decision write the answer into a variable`),
          ...unless(!condition.includes(","), `${has} with a comma; what needs a comma is code`),
          ...unless(!/&&|\|\||\?| and | or /.test(condition), `${has}; one variable or one comparison is enough, more is a decision`)
        ];
      });
    }
  });

  // bpmnlint-plugin-redress/rules/writing-expressions.js
  var require_writing_expressions = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-expressions.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { is } = require_model();
      function texts(node) {
        const typed = node.$descriptor.properties.filter((one) => (one.isAttr || one.isBody || one.type === "String" && !one.isMany) && Object.hasOwn(node, one.name)).map((one) => node[one.name]);
        return [...typed, ...Object.values(node.$attrs || {})].filter((one) => typeof one === "string").map((one) => one.trim());
      }
      module.exports = about(["BaseElement", "camunda:InputParameter", "camunda:OutputParameter", "camunda:In", "camunda:Out", "camunda:Property", "camunda:FailedJobRetryTimeCycle"], (node) => is(node, "Documentation") ? [] : texts(node).filter((one) => one.includes("${") || one.includes("#{")).flatMap((one) => [
        ...unless(one.length <= 45, `has the expression ${one}, which is longer than 45 characters; write it as code`),
        ...unless(!one.includes(","), `has the expression ${one} with a comma; what needs a comma is code`)
      ]));
    }
  });

  // bpmnlint-plugin-redress/rules/writing-flow-ids.js
  var require_writing_flow_ids = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-flow-ids.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { isNamed, pascalCase: pascalCase2, phrase } = require_words();
      module.exports = about("SequenceFlow", (flow) => {
        if (!flow.sourceRef || !flow.targetRef) {
          return [];
        }
        const expected = `Flow_${phrase(flow.sourceRef)}${isNamed(flow) ? pascalCase2(flow.name) : `To${phrase(flow.targetRef)}`}`;
        return unless(flow.id === expected, `has an id that does not follow its ends; call it ${expected}`);
      });
    }
  });

  // bpmnlint-plugin-redress/rules/writing-handed-over.js
  var require_writing_handed_over = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-handed-over.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      module.exports = about(["camunda:In", "camunda:Out"], (mapping) => unless(mapping.get("variables") === void 0, "hands over all variables at once; name those that are needed"));
    }
  });

  // bpmnlint-plugin-redress/rules/writing-ids.js
  var require_writing_ids = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-ids.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { kind } = require_model();
      var { PREFIXES, isNamed, pascalCase: pascalCase2 } = require_words();
      module.exports = about("FlowNode", (node) => {
        const prefix = PREFIXES[kind(node)];
        if (!prefix) {
          return [];
        }
        return isNamed(node) ? unless(node.id === prefix + pascalCase2(node.name), `has an id that does not follow its name; call it ${prefix}${pascalCase2(node.name)}`) : unless(new RegExp(`^${prefix}[A-Z][A-Za-z0-9]*$`).test(node.id), `has no telling id; call it ${prefix} and a phrase, like Gateway_ComplaintAccepted`);
      });
    }
  });

  // bpmnlint-plugin-redress/rules/writing-joins.js
  var require_writing_joins = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-joins.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { is, ways } = require_model();
      var { isNamed } = require_words();
      module.exports = about("Gateway", (gateway) => {
        const asks = !is(gateway, "ParallelGateway") && ways(gateway).length > 1;
        return unless(is(gateway, "EventBasedGateway") || asks || !isNamed(gateway), "only joins or forks, but has a name; remove the name, the lines say enough");
      });
    }
  });

  // bpmnlint-plugin-redress/rules/writing-kinds.js
  var require_writing_kinds = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-kinds.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { kind } = require_model();
      var { PREFIXES } = require_words();
      module.exports = about("FlowNode", (node) => unless(
        PREFIXES[kind(node)],
        `is a ${kind(node)}; the house draws only [${Object.keys(PREFIXES).sort().join(", ")}]`
      ));
    }
  });

  // bpmnlint-plugin-redress/rules/writing-level-size.js
  var require_writing_level_size = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-level-size.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { is } = require_model();
      module.exports = about(["Process", "SubProcess"], (level) => {
        const nodes = (level.flowElements || []).filter((one) => is(one, "FlowNode")).length;
        return unless(nodes <= 20, `has ${nodes} elements on one level, more than 20; draw some of them as a sub-process or a called process`);
      });
    }
  });

  // bpmnlint-plugin-redress/rules/writing-message-ids.js
  var require_writing_message_ids = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-message-ids.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      module.exports = about("Message", (message) => unless(
        message.id === `Message_${message.name}`,
        `has an id that does not follow its name; call it Message_${message.name}`
      ));
    }
  });

  // bpmnlint-plugin-redress/rules/writing-names.js
  var require_writing_names = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-names.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { is } = require_model();
      var { isNamed } = require_words();
      module.exports = about("FlowNode", (node) => unless(is(node, "Gateway") || isNamed(node), "has no name; a task is verb and object, an event object and state"));
    }
  });

  // bpmnlint-plugin-redress/rules/writing-one-process.js
  var require_writing_one_process = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-one-process.js"(exports, module) {
      "use strict";
      var { is } = require_model();
      module.exports = () => ({
        check(node, reporter) {
          const processes = is(node, "Definitions") ? (node.rootElements || []).filter((one) => is(one, "Process")).length : 1;
          if (processes !== 1) {
            reporter.report("the file", `it has ${processes} processes; give each a file of its own`);
          }
        }
      });
    }
  });

  // bpmnlint-plugin-redress/rules/writing-process.js
  var require_writing_process = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-process.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { documentation } = require_model();
      var { isNamed } = require_words();
      module.exports = about("Process", (node) => [
        ...unless(isNamed(node), "has no name; Tasklist shows it under Start process"),
        ...unless(documentation(node).trim(), "has no documentation; say what it does and on which rule it rests")
      ]);
    }
  });

  // bpmnlint-plugin-redress/rules/writing-questions.js
  var require_writing_questions = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-questions.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { is, ways } = require_model();
      var { isNamed } = require_words();
      module.exports = about("Gateway", (gateway) => {
        const answers = ways(gateway);
        if (is(gateway, "EventBasedGateway") || is(gateway, "ParallelGateway") || answers.length < 2) {
          return [];
        }
        return [
          ...unless(isNamed(gateway) && gateway.name.endsWith("?"), "does not ask a question; name it with one, like Response approved?"),
          ...answers.filter((flow) => !isNamed(flow)).map((flow) => ({ at: flow, says: "is no answer to the question; name it, for example Yes" }))
        ];
      });
    }
  });

  // bpmnlint-plugin-redress/rules/writing-sentence-case.js
  var require_writing_sentence_case = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-sentence-case.js"(exports, module) {
      "use strict";
      var { about, unless } = require_rule();
      var { isSentenceCase } = require_words();
      module.exports = about("FlowElement", ({ name }) => name === void 0 ? [] : [
        ...unless(name === name.trim().replace(/\s+/g, " "), "has a blank or a line break too many in its name; type the name again"),
        ...unless(!name.trim() || isSentenceCase(name), "is not in sentence case; only its first word and proper names begin with a capital")
      ]);
    }
  });

  // bpmnlint-plugin-redress/rules/writing-sources.js
  var require_writing_sources = __commonJS({
    "bpmnlint-plugin-redress/rules/writing-sources.js"(exports, module) {
      "use strict";
      var { about } = require_rule();
      var { documentation, is } = require_model();
      var { namesRule } = require_words();
      var { isSet } = require_deadlines();
      function bound(node) {
        return ["Process", "UserTask", "BusinessRuleTask"].some((type) => is(node, type)) || is(node, "ServiceTask") && isSet(node);
      }
      module.exports = about(["Process", "UserTask", "BusinessRuleTask", "ServiceTask", "TimerEventDefinition"], (node) => {
        const element = is(node, "TimerEventDefinition") ? node.$parent : node;
        const says = documentation(element);
        return element === node && !bound(node) || namesRule(says) ? [] : [{ at: element, says: `names no rule in its documentation (${says}); add one, for example CORP-21, or rule book 1.6` }];
      });
    }
  });

  // redress-plugin/src/client.js
  var import_bpmnlint_plugin_redress = __toESM(require_bpmnlint_plugin_redress());

  // looks:rules
  var import_deadline_breaches = __toESM(require_deadline_breaches());
  var import_deadline_due_dates = __toESM(require_deadline_due_dates());
  var import_deadline_reports = __toESM(require_deadline_reports());
  var import_deadline_timers = __toESM(require_deadline_timers());
  var import_drawing_complete = __toESM(require_drawing_complete());
  var import_drawing_expanded = __toESM(require_drawing_expanded());
  var import_drawing_sizes = __toESM(require_drawing_sizes());
  var import_event_timers = __toESM(require_event_timers());
  var import_model_history = __toESM(require_model_history());
  var import_model_listeners = __toESM(require_model_listeners());
  var import_model_programs = __toESM(require_model_programs());
  var import_model_scripts = __toESM(require_model_scripts());
  var import_model_tasks = __toESM(require_model_tasks());
  var import_process_executable = __toESM(require_process_executable());
  var import_task_bindings = __toESM(require_task_bindings());
  var import_task_case = __toESM(require_task_case());
  var import_task_delegate_names = __toESM(require_task_delegate_names());
  var import_task_delegates = __toESM(require_task_delegates());
  var import_task_start_forms = __toESM(require_task_start_forms());
  var import_task_teams = __toESM(require_task_teams());
  var import_writing_answers = __toESM(require_writing_answers());
  var import_writing_conditions = __toESM(require_writing_conditions());
  var import_writing_expressions = __toESM(require_writing_expressions());
  var import_writing_flow_ids = __toESM(require_writing_flow_ids());
  var import_writing_handed_over = __toESM(require_writing_handed_over());
  var import_writing_ids = __toESM(require_writing_ids());
  var import_writing_joins = __toESM(require_writing_joins());
  var import_writing_kinds = __toESM(require_writing_kinds());
  var import_writing_level_size = __toESM(require_writing_level_size());
  var import_writing_message_ids = __toESM(require_writing_message_ids());
  var import_writing_names = __toESM(require_writing_names());
  var import_writing_one_process = __toESM(require_writing_one_process());
  var import_writing_process = __toESM(require_writing_process());
  var import_writing_questions = __toESM(require_writing_questions());
  var import_writing_sentence_case = __toESM(require_writing_sentence_case());
  var import_writing_sources = __toESM(require_writing_sources());
  var looks = { "deadline-breaches": import_deadline_breaches.default, "deadline-due-dates": import_deadline_due_dates.default, "deadline-reports": import_deadline_reports.default, "deadline-timers": import_deadline_timers.default, "drawing-complete": import_drawing_complete.default, "drawing-expanded": import_drawing_expanded.default, "drawing-sizes": import_drawing_sizes.default, "event-timers": import_event_timers.default, "model-history": import_model_history.default, "model-listeners": import_model_listeners.default, "model-programs": import_model_programs.default, "model-scripts": import_model_scripts.default, "model-tasks": import_model_tasks.default, "process-executable": import_process_executable.default, "task-bindings": import_task_bindings.default, "task-case": import_task_case.default, "task-delegate-names": import_task_delegate_names.default, "task-delegates": import_task_delegates.default, "task-start-forms": import_task_start_forms.default, "task-teams": import_task_teams.default, "writing-answers": import_writing_answers.default, "writing-conditions": import_writing_conditions.default, "writing-expressions": import_writing_expressions.default, "writing-flow-ids": import_writing_flow_ids.default, "writing-handed-over": import_writing_handed_over.default, "writing-ids": import_writing_ids.default, "writing-joins": import_writing_joins.default, "writing-kinds": import_writing_kinds.default, "writing-level-size": import_writing_level_size.default, "writing-message-ids": import_writing_message_ids.default, "writing-names": import_writing_names.default, "writing-one-process": import_writing_one_process.default, "writing-process": import_writing_process.default, "writing-questions": import_writing_questions.default, "writing-sentence-case": import_writing_sentence_case.default, "writing-sources": import_writing_sources.default };

  // redress-plugin/src/AppendPatterns.js
  var import_deadlines = __toESM(require_deadlines());
  var import_model = __toESM(require_model());

  // redress-plugin/src/names.js
  var import_words = __toESM(require_words());
  var { pascalCase } = import_words.default;
  function spoken(deadline) {
    const text = deadline.replace(/-/g, " ");
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  function variable(deadline) {
    return deadline.split("-").map((word, i) => i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)).join("") + "Due";
  }
  function sources(text) {
    const named = text.match(/(?:CORP|CHD|WD|LGA|LGS|REM|CMP|ADT|ACC|DAT)-\d+/g) || text.match(/rule book [\d.]+\d/gi) || [];
    return [...new Set(named)].join(", ");
  }

  // redress-plugin/src/AppendPatterns.js
  var ASIDE = 10;
  var BELOW = 98;
  var COMMAND = "redress.draw";
  var AppendPatterns = class {
    constructor(commandStack, modeling, elementFactory, bpmnFactory, elementRegistry, selection) {
      Object.assign(this, { modeling, elementFactory, bpmnFactory, elementRegistry, selection, commandStack });
      commandStack.register(COMMAND, { preExecute: ({ draw }) => draw() });
    }
    /** A reminder before a deadline, and the report of a delay behind it, on the border of some work. */
    watch(host, deadline) {
      this._draw(() => {
        const rests = this._rests(host, deadline);
        const subject = this._subject(host, deadline, ["BoundaryEvent_{} due soon", "BoundaryEvent_{} overdue", "EndEvent_{} reminder sent", "EndEvent_{} delay reported"]);
        this._due(host, deadline);
        this._exception(host, deadline, {
          side: "left",
          moment: "dueSoon",
          name: `${subject} due soon`,
          says: `Two working days before the day, at 09:00 (the number is a setting).${rests}`,
          ends: `${subject} reminder sent`,
          delegate: "remindOfDeadline",
          because: "The chronology shows that whoever has it was reminded; nothing else changes."
        });
        this._exception(host, deadline, {
          side: "right",
          moment: "overdue",
          name: `${subject} overdue`,
          says: `At 00:00 of the day after the day; never on the day itself.${rests}`,
          ends: `${subject} delay reported`,
          delegate: "reportMissedDeadline",
          because: 'Recorded once; open tasks of this deadline get priority; a supervisor gets the task "Explain the delay to the complainant".'
        });
      });
    }
    /** What ends somebody’s own time on the border of some work, which goes on. */
    lapse(host, deadline) {
      this._draw(() => {
        const subject = this._subject(host, deadline, ["BoundaryEvent_{} time over", "EndEvent_{} lapsed"]);
        this._due(host, deadline);
        this._exception(host, deadline, {
          side: "right",
          moment: "overdue",
          name: `${subject} time over`,
          says: `At 00:00 of the day after the day.${this._rests(host, deadline)}`,
          ends: `${subject} lapsed`,
          delegate: "recordLapse",
          because: "No answer in time; that is recorded, and nobody is late."
        });
      });
    }
    /** The process agreed-action for each agreed action of the case, and the end behind it. */
    agreedActions(source) {
      this._draw(() => {
        const name = "Carry out agreed actions";
        const handed = [this._create("camunda:In", { businessKey: "#{execution.processBusinessKey}" }), ...["council", "caseReference", "procedure", "receivedOn", "receivedAt", "decidedOn", "actionNumber"].map((one) => this._create("camunda:In", { source: one, target: one }))];
        const each = this._create("bpmn:MultiInstanceLoopCharacteristics", { collection: "${agreedActions.of(caseReference)}", elementVariable: "actionNumber" });
        const call = this._create("bpmn:CallActivity", {
          ...this._id("CallActivity_" + pascalCase(name)),
          name,
          calledElement: "agreed-action",
          calledElementBinding: "deployment",
          loopCharacteristics: each,
          extensionElements: this._create("bpmn:ExtensionElements", { values: handed }),
          documentation: [this._create("bpmn:Documentation", { text: "One instance for each agreed action. CMP-01." })],
          modelerTemplate: "redress.agreed-action",
          modelerTemplateVersion: 1
        });
        const shape = this.elementFactory.createShape({ type: "bpmn:CallActivity", businessObject: call });
        const middle = { x: source.x + source.width + 50 + shape.width / 2, y: source.y + source.height / 2 };
        const connection = this._flow(`${source.businessObject.id.replace(/^[^_]*_/, "")}To${pascalCase(name)}`);
        const appended = this.modeling.appendShape(source, shape, middle, source.parent, { connection });
        const ends = "Agreed actions carried out";
        const end = this._create("bpmn:EndEvent", { ...this._id("EndEvent_" + pascalCase(ends)), name: ends });
        this.modeling.appendShape(
          appended,
          this.elementFactory.createShape({ type: "bpmn:EndEvent", businessObject: end }),
          { x: middle.x + 140, y: middle.y },
          source.parent,
          { connection: this._flow(`${pascalCase(name)}To${pascalCase(ends)}`) }
        );
        this.selection.select(appended);
      });
    }
    _draw(draw) {
      this.commandStack.execute(COMMAND, { draw });
    }
    /** What the names begin with: the deadline, or the work where those of the deadline are taken. */
    _subject(host, deadline, names) {
      const free = (subject) => names.every((name) => !this.elementRegistry.get(name.split("_")[0] + "_" + pascalCase(name.split("_")[1].replace("{}", subject))));
      const work = host.businessObject.name || host.id;
      return [spoken(deadline), work].find(free) || `${work} ${spoken(deadline).toLowerCase()}`;
    }
    /** The rules on which the deadline rests, as the step says that sets it. */
    _rests(host, deadline) {
      const set = import_model.default.all(host.businessObject, "ServiceTask").find((task) => import_deadlines.default.isSet(task) && import_model.default.input(task, import_deadlines.default.INPUT) === deadline);
      const named = set ? sources(import_model.default.documentation(set)) : "";
      return named && ` ${named}.`;
    }
    /** The day stands in Tasklist too. */
    _due(host, deadline) {
      if (import_model.default.is(host.businessObject, "UserTask") && import_model.default.camunda(host.businessObject, "dueDate") === void 0) {
        this.modeling.updateProperties(host, { "camunda:dueDate": `\${${variable(deadline)}}` });
      }
    }
    _exception(host, deadline, { side, moment, name, says, ends, delegate, because }) {
      const x = side === "left" ? host.x + ASIDE : host.x + Math.min(host.width, 100);
      const timeDate = this._create("bpmn:FormalExpression", { body: `\${${moment}.of(${variable(deadline)})}` });
      const event = this._event("bpmn:BoundaryEvent", "BoundaryEvent_", name, says, { cancelActivity: false }, "bpmn:TimerEventDefinition", { timeDate });
      const border = this.modeling.createShape(event, { x, y: host.y + host.height }, host, { attach: true });
      const parameter = this._create("camunda:InputParameter", { name: import_deadlines.default.INPUT, value: deadline });
      const mapping = this._create("camunda:InputOutput", { inputParameters: [parameter] });
      const end = this._event(
        "bpmn:EndEvent",
        "EndEvent_",
        ends,
        because,
        { extensionElements: this._create("bpmn:ExtensionElements", { values: [mapping] }) },
        "bpmn:MessageEventDefinition",
        { delegateExpression: `\${${delegate}}` }
      );
      const ending = this.modeling.createShape(end, { x, y: host.y + host.height + BELOW }, host.parent);
      this.modeling.connect(border, ending, this._flow(`${pascalCase(name)}To${pascalCase(ends)}`));
      this._aside(border, side, x, host.y + host.height + 20);
    }
    _event(type, prefix, name, says, settings, definition, details) {
      const businessObject = this._create(type, { ...this._id(prefix + pascalCase(name)), name, documentation: [this._create("bpmn:Documentation", { text: says })], ...settings });
      const defined = this._create(definition, { ...this._id(`${definition.replace("bpmn:", "")}_${pascalCase(name)}`), ...details });
      defined.$parent = businessObject;
      businessObject.eventDefinitions = [defined];
      return this.elementFactory.createShape({ type, businessObject });
    }
    /** An element of the file, with its parts knowing where they are. */
    _create(type, attributes) {
      const one = this.bpmnFactory.create(type, attributes);
      Object.values(attributes).flat().filter((part) => part && part.$type).forEach((part) => {
        part.$parent = one;
      });
      return one;
    }
    /** An id that follows the name, unless it is taken; then the Modeler gives one, and the linter says how it should be. */
    _id(id) {
      return this.elementRegistry.get(id) ? {} : { id };
    }
    _flow(ends) {
      return { type: "bpmn:SequenceFlow", businessObject: this._create("bpmn:SequenceFlow", this._id("Flow_" + ends)) };
    }
    /** Puts the name of an event on the border beside the line that leaves it. */
    _aside(event, side, x, y) {
      const { label } = event;
      this.modeling.moveShape(label, { x: (side === "left" ? x - 20 - label.width : x + ASIDE) - label.x, y: y - label.y });
    }
  };
  AppendPatterns.$inject = ["commandStack", "modeling", "elementFactory", "bpmnFactory", "elementRegistry", "selection"];

  // redress-plugin/src/PatternsProvider.js
  var import_deadlines2 = __toESM(require_deadlines());
  var import_model2 = __toESM(require_model());
  var GROUP = { id: "redress", name: "Redress" };
  var PatternsProvider = class {
    constructor(popupMenu, redressPatterns) {
      this._popupMenu = popupMenu;
      this._patterns = redressPatterns;
      popupMenu.registerProvider("bpmn-append", this);
    }
    getPopupMenuEntries(element) {
      return (entries) => ({ ...this._entries(element), ...entries });
    }
    _entries(element) {
      const node = element.businessObject;
      const entries = {};
      if (import_model2.default.is(node, "Activity") && !node.triggeredByEvent) {
        import_deadlines2.default.setIn(node).filter((deadline) => deadline).forEach((deadline) => {
          entries[`redress-watch-${deadline}`] = this._entry(
            `${spoken(deadline)}: reminder and overdue`,
            "Two working days before, whoever has it is reminded; when the day has passed, the delay is reported, and the work goes on.",
            "bpmn-icon-intermediate-event-catch-non-interrupting-timer",
            () => this._patterns.watch(element, deadline)
          );
          entries[`redress-lapse-${deadline}`] = this._entry(
            `${spoken(deadline)}: time is over`,
            "For somebody’s own time, such as the complainant’s: when the day has passed without an answer, that is recorded, and nobody is late.",
            "bpmn-icon-intermediate-event-catch-non-interrupting-timer",
            () => this._patterns.lapse(element, deadline)
          );
        });
      }
      if (import_model2.default.is(node, "FlowNode") && !import_model2.default.is(node, "EndEvent") && !(node.outgoing || []).length) {
        entries["redress-agreed-actions"] = this._entry(
          "Carry out agreed actions",
          "The process agreed-action for each agreed action of the case, one beside the other.",
          "bpmn-icon-call-activity",
          () => this._patterns.agreedActions(element)
        );
      }
      return entries;
    }
    _entry(label, description, className, draw) {
      return { label, description, className, group: GROUP, search: "redress deadline timer", action: () => {
        this._popupMenu.close();
        draw();
      } };
    }
  };
  PatternsProvider.$inject = ["popupMenu", "redressPatterns"];

  // redress-plugin/src/patterns.js
  var patterns_default = {
    __init__: ["redressPatterns", "redressPatternsProvider"],
    redressPatterns: ["type", AppendPatterns],
    redressPatternsProvider: ["type", PatternsProvider]
  };

  // redress-plugin/src/client.js
  var plugins = window.plugins = window.plugins || [];
  var PACKAGE = "bpmnlint-plugin-redress";
  var resolver = {
    resolveRule(pkg, name) {
      if (pkg === PACKAGE && looks[name]) {
        return looks[name];
      }
      throw new Error(`no rule <${pkg}/${name}> here`);
    },
    resolveConfig(pkg, name) {
      throw new Error(`no config <${pkg}/${name}> here`);
    }
  };
  plugins.push({ plugin: { config: import_bpmnlint_plugin_redress.default.configs.recommended, resolver }, type: "lintRules.bpmn" });
  plugins.push({ plugin: patterns_default, type: "bpmn.platform.modeler.additionalModules" });
})();
