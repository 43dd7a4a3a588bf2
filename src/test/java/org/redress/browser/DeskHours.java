package org.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TimeZone;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.redress.testing.Office;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The councils' people and the browser are there before the first test of a class; after each nothing happened at anybody's desk that
 * must not, and the cases go. A class of one instance keeps its cases to its end.
 */
class DeskHours implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    static {
        // as the product's own start does it: before the database asks which zone this is (WD-13)
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        bean(context, Office.class).open();
        var chromium = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Chromium.class, first -> Chromium.start(), Chromium.class);
        bean(context, Desks.class).open(chromium);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> bean(context, Desks.class).keepPictures("failed"));
        var alarms = bean(context, Desks.class).close();
        if (!keepsItsCases(context)) {
            bean(context, Office.class).close();
        }
        assertThat(alarms).isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (keepsItsCases(context)) {
            bean(context, Office.class).close();
        }
    }

    private static boolean keepsItsCases(ExtensionContext context) {
        return context.getTestInstanceLifecycle().filter(Lifecycle.PER_CLASS::equals).isPresent();
    }

    private static <T> T bean(ExtensionContext context, Class<T> type) {
        return SpringExtension.getApplicationContext(context).getBean(type);
    }
}
