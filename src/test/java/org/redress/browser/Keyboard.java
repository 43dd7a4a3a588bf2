package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Somebody's keyboard: every key that they press, and whether they see at each step where it has brought them. */
final class Keyboard {
    private static final int LONGEST_WAY = 120;
    private static final int SOON_MS = 5000;

    /** Says what has the keyboard, whether the target is it, and what is wrong with how it is seen. */
    private static final String STOP = """
            (target) => {
              const at = document.activeElement;
              if (at === null || at === document.body) {
                return { here: false, name: 'nothing', faults: [] };
              }
              const seen = at.closest('.fjs-input-group') ?? at;
              const { outlineStyle, outlineWidth } = getComputedStyle(seen);
              const { left, top, width, height } = seen.getBoundingClientRect();
              const above = document.elementFromPoint(left + width / 2, top + height / 2);
              const name = (at.getAttribute('aria-label') || [...(at.labels ?? [])].map((label) => label.textContent).join(' ') || at.textContent || at.placeholder || at.title || '').replace(/\\s+/g, ' ').trim().slice(0, 60);
              const faults = [];
              // the browser itself marks the button inside its own field for a day, and takes the mark from the field
              const marked = at.matches('input[type="date"]') || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
              if (!marked) {
                faults.push('nobody sees that it has the keyboard');
              }
              if (width < 4 || height < 4) {
                faults.push('has no size');
              } else if (above === null || !(seen.contains(above) || above.contains(seen))) {
                faults.push(`lies under ${above === null ? 'the edge of the window' : above.tagName + '.' + above.className}`);
              }
              if (name === '') {
                faults.push('has no name');
              }
              return { here: target !== null && (target === at || target.contains(at)), name: `${at.tagName.toLowerCase()} “${name || at.outerHTML.slice(0, 120)}”`, faults };
            }""";

    private final Page page;
    private final Map<String, String> unseen = new TreeMap<>();

    Keyboard(Page page) {
        this.page = page;
    }

    /** Places at which the keyboard stopped and its owner did not see it, or did not hear its name. */
    Map<String, String> unseen() {
        return unseen;
    }

    /** Walks forward to a place, from stop to stop. */
    Keyboard to(Locator place) {
        return walk("Tab", place);
    }

    /** Walks back to a place. */
    Keyboard back(Locator place) {
        return walk("Shift+Tab", place);
    }

    Keyboard press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Presses the keys of a text. */
    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** What has the keyboard is this. */
    Keyboard isAt(Locator place) {
        assertThat(place).isFocused();
        // what has only just been drawn is not seen at once
        page.waitForCondition(() -> faults(place).isEmpty());
        return this;
    }

    private Keyboard walk(String key, Locator place) {
        assertThat(place).isVisible();
        var way = new ArrayList<String>();
        while (way.size() < LONGEST_WAY) {
            page.keyboard().press(key);
            var stop = look(place);
            way.add((String) stop.get("name"));
            if (Boolean.TRUE.equals(stop.get("here"))) {
                return this;
            }
        }
        throw new AssertionError("The keyboard does not come to " + place + "; it stopped at " + way);
    }

    private Map<?, ?> look(Locator place) {
        var stop = (Map<?, ?>) place.evaluate(STOP);
        var faults = (List<?>) stop.get("faults");
        if (!faults.isEmpty()) {
            try {
                // what the page still scrolls to is not seen at once
                page.waitForCondition(() -> faults(place).isEmpty(), new Page.WaitForConditionOptions().setTimeout(SOON_MS));
            } catch (TimeoutError e) {
                unseen.put((String) stop.get("name"), String.valueOf(faults));
            }
        }
        return stop;
    }

    private static List<?> faults(Locator place) {
        return (List<?>) ((Map<?, ?>) place.evaluate(STOP)).get("faults");
    }
}
