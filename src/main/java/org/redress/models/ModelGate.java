package org.redress.models;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;
import org.jspecify.annotations.NullUnmarked;
import org.redress.engine.Engine;
import org.redress.engine.Inside;
import org.redress.engine.ModelLook;
import org.redress.gate.Forms;
import org.redress.identity.Role;
import org.redress.identity.Services;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.StopWatch;

/**
 * Stands before every deployment, whoever asks for it: reads all files, says everything that the product does not run, by file and
 * element, and lets all of them in or none.
 */
@Component
@NullUnmarked
class ModelGate implements ModelLook {
    private static final Logger LOG = LoggerFactory.getLogger(ModelGate.class);

    private final ModelBeans beans;
    private final Forms forms;
    private final Engine engine;
    private volatile boolean looked;

    ModelGate(Engine engine, ModelBeans beans, Forms forms) {
        this.engine = engine;
        this.beans = beans;
        this.forms = forms;
    }

    /** Whether anything was looked at since the start. */
    boolean looked() {
        return looked;
    }

    /** Looks at files that are deployed already. */
    void look(Map<String, byte[]> files) {
        engine.run(inside -> {
            look(files, inside);
            return null;
        });
    }

    @Override
    public void look(Map<String, byte[]> files, Inside inside) {
        var watch = new StopWatch();
        watch.start();
        var models = Models.of(surroundings(inside), files);
        var findings = ModelRules.refused(models);
        watch.stop();
        LOG.info("Checked {} models, tables and forms by {} rules in {} ms; {} cells and conditions were read.", files.size(), ModelRules.ALL.stream().filter(Rule::refuses).count(),
                watch.getTotalTimeMillis(), models.feel().different());
        looked = true;
        if (!findings.isEmpty()) {
            throw new ModelsRefused(findings);
        }
    }

    /** The product as it is, with the groups that exist, and those of the roles, which the first start makes after its models. */
    private Surroundings surroundings(Inside inside) {
        var groups = new HashSet<String>();
        var councils = new HashSet<String>();
        Arrays.stream(Role.values()).map(Role::group).forEach(groups::add);
        inside.unchecked(() -> {
            for (var group : inside.groups().list()) {
                groups.add(group.getId());
                if (Services.isGroup(group.getId()) || Groups.CAMUNDA_ADMIN.equals(group.getId()) || inside.tenants().groupMember(group.getId()).count() > 0) {
                    councils.add(group.getId());
                }
            }
            return null;
        });
        return new Surroundings(beans::delegate, Set.copyOf(groups), Set.copyOf(councils), Set.of(), forms::faults);
    }
}
