package org.redress.panel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.LetterView;
import org.redress.gate.FromRecord.Asking;
import org.redress.gate.WrittenLetter;
import org.redress.parties.Correspondence;
import org.springframework.stereotype.Component;

/** The council's answer to the panel (CHD-56). */
@Component
class WrittenPanelAnswer implements WrittenLetter {
    private final Correspondence correspondence;
    private final Clock clock;

    WrittenPanelAnswer(Correspondence correspondence, Clock clock) {
        this.correspondence = correspondence;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "decide-panel-answer";
    }

    @Override
    public String field() {
        return "panelAnswer";
    }

    @Override
    public List<Going> going(Asking asking, String words) {
        var letter = new LetterView(asking.stage(), "panel-answer", "", words, null, LocalDate.now(clock), null);
        return List.of(new Going(asking.reference(), correspondence.foreseen(asking.reference(), letter)));
    }
}
