package org.redress.testing;

import java.util.TimeZone;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Before each test the councils' people are there; after it nobody is signed in, no process runs and the clock is right. */
class OfficeHours implements BeforeEachCallback, AfterEachCallback {
    static {
        // as the product's own start does it: before the database asks which zone this is (WD-13)
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        office(context).open();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        office(context).close();
    }

    private static Office office(ExtensionContext context) {
        return SpringExtension.getApplicationContext(context).getBean(Office.class);
    }
}
