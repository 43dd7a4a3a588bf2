package org.redress.cost;

import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.spin.Spin;
import org.redress.testing.Statements;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The floor: what the same engine does for the same complaint without the product. The engine has the settings, models, tables and forms of commit b16efe3 (resources {@code floor.yaml}
 * and {@code floor/}, which are frozen), the same accounts and the rights that its people need, tenants for councils, the few variables on the cards of tasks; delegates set variables and pass messages from the
 * Ombudsman's processes to the council's and back. It has no gate, no case file, no deadlines and no record of changes. People claim tasks and send forms through the engine's own services.
 */
@EnableAutoConfiguration(excludeName = {
    "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
    "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
    "org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration",
    "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
    "org.springframework.boot.autoconfigure.session.SessionAutoConfiguration",
    "org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration",
})
public final class Floor {
    static final String COUNCIL = "cambridgeshire";
    private static final String ALL = "*";
    private static final List<String> ON_CARDS = List.of("caseReference", "stageNumber", "issueNumber", "actionNumber", "commentNumber", "missedDeadline");
    private static final Map<String, List<String>> PEOPLE = new LinkedHashMap<>();

    static {
        person("complaints-team", "officer");
        person("responders", "manager", "assistant-director", "director");
        person("approvers", "approver");
        person("investigating-officers", "investigator");
        person("independent-persons", "independent");
        person("adjudicating-officers", "adjudicator");
        person("panel-clerks", "clerk");
        person("panel-members", "panel-chair", "panel-second", "panel-third");
        person("link-officers", "link-officer");
        person("services", "service");
        person("supervisors", "supervisor", "supervisor-two");
        PEOPLE.put("ombudsman-intake", List.of("ombudsman-intake"));
        PEOPLE.put("ombudsman-investigators", List.of("ombudsman-investigator", "ombudsman-investigator-two"));
        PEOPLE.put("ombudsman-approvers", List.of("ombudsman-manager", "ombudsman-reviewer"));
        PEOPLE.put("ombudsman-compliance", List.of("ombudsman-compliance"));
    }

    private Floor() {}

    private static void person(String group, String... people) {
        PEOPLE.put(group, List.of(people).stream().map(name -> COUNCIL + "-" + name).toList());
    }

    /** Starts it, with its people and their rights. */
    static ConfigurableApplicationContext start(WebApplicationType web, boolean counted, String... settings) {
        var context = new SpringApplicationBuilder(Floor.class).web(web).properties("spring.config.name=floor").logStartupInfo(false)
                .initializers(beans -> register((GenericApplicationContext) beans, counted)).run(settings);
        people(context.getBean(ProcessEngine.class));
        return context;
    }

    /** The same as a server with the webapps, for comparing how it starts; it stays until it is stopped. */
    public static void main(String[] settings) {
        start(WebApplicationType.SERVLET, false, settings);
    }

    private static void register(GenericApplicationContext context, boolean counted) {
        if (counted) {
            context.registerBean("statements", Statements.class);
        }
        context.registerBean("models", Models.class);
        context.registerBean("councilOfInstance", CouncilOfInstance.class);
        context.registerBean("taskCards", TaskCards.class);
        delegate(context, "setDeadline", Floor::setDeadline);
        List.of("remindOfDeadline", "reportMissedDeadline", "recordLapse", "cancelDeadlines", "pauseDeadlines", "resumeDeadlines", "closeCase", "beginDraft", "deliverLetter", "tellCase")
                .forEach(name -> delegate(context, name, execution -> { }));
        delegate(context, "determineStartDate", execution -> {
            execution.setVariable("advocateAwaited", false);
            execution.setVariable("startedOn", execution.getVariable("receivedOn"));
        });
        delegate(context, "applyJurisdictionTests", execution -> {
            execution.setVariable("testsNotMet", "none");
            execution.setVariable("barred", false);
            execution.setVariable("discretionNeeded", false);
            execution.setVariable("exclusionNeeded", false);
        });
        delegate(context, "readAgreedAction", execution -> {
            execution.setVariable("actionKind", "apology");
            execution.setVariable("agreedWithin", "1 month");
            execution.setVariable("agreedFromOn", "2026-06-01");
            execution.setVariable("moreAskedFor", false);
            execution.setVariable("pursued", false);
        });
        delegate(context, "sendLetter", Floor::sendLetter);
        delegate(context, "sendReply", execution -> {
            if ("enquiry-reply".equals(execution.getVariable("letter"))) {
                tell(execution, "EnquiryAnswered", "enquiryNumber", Map.of("enquiryAnsweredOn", execution.getVariable("enquiryAnsweredOn")));
            }
        });
        delegate(context, "sendEvidence", execution -> tell(execution, "EvidenceSubmitted", "actionNumber", Map.of("actionDoneOn", execution.getVariable("actionDoneOn"))));
        delegate(context, "sendVerdict", execution -> tell(execution, "EvidenceJudged", "actionNumber",
                Map.of("verdict", execution.getVariable("verdict"), "moreAskedFor", execution.getVariable("moreAskedFor"))));
        context.registerBean("dueSoon", Moment.class, () -> new Moment(-2));
        context.registerBean("overdue", Moment.class, () -> new Moment(1));
        context.registerBean("reached", Moment.class, () -> new Moment(0));
        context.registerBean("people", People.class, () -> new People(context.getBeanProvider(ProcessEngine.class).getObject()));
        context.registerBean("issuesToAnswer", Numbers.class, () -> new Numbers(List.of(1, 2)));
        context.registerBean("commentsToConsider", Numbers.class, () -> new Numbers(List.of()));
        context.registerBean("agreedActions", Numbers.class, () -> new Numbers(List.of(1)));
        context.registerBean("allocated", Allocated.class, Allocated::new);
    }

    private static void delegate(GenericApplicationContext context, String name, JavaDelegate delegate) {
        context.registerBean(name, JavaDelegate.class, () -> delegate);
    }

    private static void setDeadline(DelegateExecution execution) {
        var words = ((String) execution.getVariable("deadline")).split("-");
        var variable = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            variable.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        execution.getProcessInstance().setVariable(variable + "Due", Date.from(Instant.parse("2026-07-01T22:59:59.999Z")));
    }

    /** What the Ombudsman sends begins something at the council, where it asks for something. */
    private static void sendLetter(DelegateExecution execution) {
        var kind = (String) execution.getVariable("letter");
        if (kind.equals("draft-decision") || kind.equals("decision")) {
            endWhatWasAsked(execution);
        }
        var facts = new HashMap<String, Object>();
        switch (kind) {
            case "enquiry" -> facts.putAll(Map.of("asksFor", "reply", "enquiryNumber", execution.getVariable("enquiryNumber"), "enquirySentOn", execution.getVariable("enquirySentOn")));
            case "draft-decision" -> facts.putAll(Map.of("asksFor", "comments", "draftSentOn", execution.getVariable("draftSentOn")));
            case "decision" -> facts.putAll(Map.of("asksFor", "action", "decision", true, "decidedOn", execution.getVariable("decidedOn")));
            default -> facts.put("asksFor", "nothing");
        }
        facts.putIfAbsent("decision", false);
        var other = other(execution);
        facts.putAll(Map.of("council", COUNCIL, "caseReference", other, "procedure", "liaison", "receivedOn", execution.getVariable("receivedOn"),
                "receivedAt", execution.getVariable("receivedAt")));
        var services = execution.getProcessEngineServices();
        var definition = services.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("ombudsman-liaison").latestVersion().singleResult().getId();
        unrestricted(() -> services.getRuntimeService().createMessageCorrelation("OmbudsmanLetterDelivered").processDefinitionId(definition).processInstanceBusinessKey(other)
                .setVariables(facts).correlateStartMessage());
    }

    /** The council's case C-1 is the Ombudsman's O-1. */
    private static String other(DelegateExecution execution) {
        var own = (String) execution.getVariable("caseReference");
        return (own.startsWith("C") ? "O" : "C") + own.substring(1);
    }

    private static void endWhatWasAsked(DelegateExecution execution) {
        var runtime = execution.getProcessEngineServices().getRuntimeService();
        unrestricted(() -> {
            runtime.createProcessInstanceQuery().processDefinitionKey("ombudsman-liaison").processInstanceBusinessKey(other(execution)).list()
                    .forEach(asked -> runtime.deleteProcessInstance(asked.getId(), "the Ombudsman went on"));
            return null;
        });
    }

    private static void tell(DelegateExecution execution, String message, String item, Map<String, Object> facts) {
        var runtime = execution.getProcessEngineServices().getRuntimeService();
        var wanted = execution.getVariable(item);
        unrestricted(() -> {
            runtime.createExecutionQuery().processInstanceBusinessKey(other(execution)).messageEventSubscriptionName(message).list().stream()
                    .filter(waiting -> wanted.equals(runtime.getVariable(waiting.getId(), item))).findFirst().ifPresent(waiting -> runtime.messageEventReceived(message, waiting.getId(), facts));
            return null;
        });
    }

    private static <T> T unrestricted(Supplier<T> work) {
        var context = Context.getCommandContext();
        boolean checked = context.isTenantCheckEnabled();
        context.disableTenantCheck();
        try {
            return context.runWithoutAuthorization(work::get);
        } finally {
            if (checked) {
                context.enableTenantCheck();
            }
        }
    }

    private static void people(ProcessEngine engine) {
        var identity = engine.getIdentityService();
        if (identity.createTenantQuery().tenantId(COUNCIL).count() > 0) {
            return;
        }
        List.of(COUNCIL, "ombudsman").forEach(tenant -> identity.saveTenant(identity.newTenant(tenant)));
        PEOPLE.forEach((group, people) -> {
            identity.saveGroup(identity.newGroup(group));
            for (var person : people) {
                var user = identity.newUser(person);
                user.setFirstName("Somebody");
                user.setLastName(person);
                user.setPassword("Everybody-1");
                identity.saveUser(user);
                identity.createMembership(person, group);
                identity.createTenantUserMembership(person.startsWith("ombudsman") ? "ombudsman" : COUNCIL, person);
            }
            grant(engine, group, Resources.PROCESS_INSTANCE, ALL, CREATE);
        });
        grant(engine, "complaints-team", Resources.PROCESS_DEFINITION, "complaint", READ, CREATE_INSTANCE);
        grant(engine, "ombudsman-intake", Resources.PROCESS_DEFINITION, "ombudsman-case", READ, CREATE_INSTANCE);
    }

    private static void grant(ProcessEngine engine, String group, Resource resource, String id, Permission... permissions) {
        var right = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(group);
        right.setResource(resource);
        right.setResourceId(id);
        right.setPermissions(permissions);
        engine.getAuthorizationService().saveAuthorization(right);
    }

    /** Deploys what is in {@code floor/} once, models, tables and forms together. */
    static final class Models extends AbstractProcessEnginePlugin {
        @Override
        public void postProcessEngineBuild(ProcessEngine engine) {
            RepositoryService repository = engine.getRepositoryService();
            if (repository.createProcessDefinitionQuery().processDefinitionKey("complaint").count() > 0) {
                return;
            }
            var deployment = repository.createDeployment().name("floor");
            try {
                for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:floor/*.*")) {
                    deployment.addInputStream(resource.getFilename(), resource.getInputStream());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            deployment.deploy();
        }
    }

    /** A day before or after a moment. */
    public record Moment(int days) {
        public Date of(Date due) {
            return Date.from(due.toInstant().plus(days, ChronoUnit.DAYS));
        }
    }

    /** What there is of something in a case. */
    public record Numbers(List<Integer> all) {
        public List<Integer> of(String reference) {
            return all;
        }

        /** The Ombudsman proposes; a council writes down only what came by post. */
        public List<Integer> proposed(String reference) {
            return reference.startsWith("O") ? all : List.of();
        }
    }

    /** To whom a case of the Ombudsman was allocated. */
    public static final class Allocated {
        public String to(String reference) {
            return "ombudsman-investigator";
        }
    }

    /** The people with a role, as the options of a form. */
    public record People(ProcessEngine engine) {
        public Map<String, Object> of(String council) {
            return Map.of("responders", options("responders", council), "ombudsmanInvestigators", options("ombudsman-investigators", council));
        }

        private Object options(String group, String council) {
            return council.equals("ombudsman") == group.startsWith("ombudsman") ? Spin.JSON(engine.getIdentityService().createUserQuery().memberOfGroup(group).memberOfTenant(council).orderByUserId().asc().list().stream()
                    .map(user -> Map.of("label", user.getFirstName() + " " + user.getLastName(), "value", user.getId())).toList()) : Spin.JSON(List.of());
        }
    }

    /** The engine's tenant of an instance is its council. */
    static final class CouncilOfInstance extends AbstractProcessEnginePlugin implements TenantIdProvider {
        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            configuration.setTenantIdProvider(this);
            configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
        }

        @Override
        public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
            return context.getSuperExecution() != null ? context.getSuperExecution().getTenantId() : (String) context.getVariables().get("council");
        }

        @Override
        public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
            return null;
        }

        @Override
        public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
            return context.getExecution() == null ? null : context.getExecution().getTenantId();
        }
    }

    /** The few variables that Tasklist shows on the card of a task. */
    static final class TaskCards extends AbstractProcessEnginePlugin {
        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            var listeners = Optional.ofNullable(configuration.getCustomPreBPMNParseListeners()).orElseGet(ArrayList::new);
            configuration.setCustomPreBPMNParseListeners(listeners);
            listeners.add(new AbstractBpmnParseListener() {
                @Override
                public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                    ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, TaskCards::write);
                }
            });
        }

        private static void write(DelegateTask task) {
            ON_CARDS.forEach(name -> {
                var value = task.getVariable(name);
                if (value != null) {
                    task.setVariableLocal(name, value);
                }
            });
        }
    }
}
