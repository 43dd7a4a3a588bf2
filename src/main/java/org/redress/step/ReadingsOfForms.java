package org.redress.step;

import org.redress.audit.ReadLog;
import org.redress.gate.RecordShown;
import org.springframework.stereotype.Component;

/** A form that shows something of the record opens it: the read log has that before anybody sees it (DAT-01). */
@Component
class ReadingsOfForms implements RecordShown {
    private final ReadLog readings;

    ReadingsOfForms(ReadLog readings) {
        this.readings = readings;
    }

    @Override
    public void shown(String reference, String council, String task) {
        readings.opened(reference, council, task);
    }
}
