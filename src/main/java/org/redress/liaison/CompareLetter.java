package org.redress.liaison;

import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.redress.casefile.Dates;
import org.redress.casefile.Signs;
import org.redress.post.Belonging;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** "Compare letter": to which cases of the council a letter may belong, and what speaks for and against each (LGS-09). */
@Component
class CompareLetter implements JavaDelegate {
    private final Post post;
    private final Belonging belonging;

    CompareLetter(Post post, Belonging belonging) {
        this.post = post;
        this.belonging = belonging;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var likely = belonging.likely(post.matter((String) execution.getVariable("caseReference")));
        execution.setVariable("letterSigns", likely.isEmpty() ? "Nothing here is like it." : likely.stream().map(Signs::line).collect(Collectors.joining("\n")));
        execution.setVariable("letterCandidates", Spin.JSON(likely.stream().map(signs -> Map.of("value", signs.reference(),
                "label", signs.reference() + ", received on " + Dates.text(signs.receivedOn()))).toList()));
    }
}
