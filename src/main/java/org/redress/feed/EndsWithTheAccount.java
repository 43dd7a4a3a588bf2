package org.redress.feed;

import org.jspecify.annotations.Nullable;
import org.redress.gate.WorkListener;
import org.springframework.stereotype.Component;

/** An address for a calendar goes with the account that made it; nothing else about work ends it, because what it shows is asked at each fetch. */
@Component
class EndsWithTheAccount implements WorkListener {
    private final Feeds feeds;

    EndsWithTheAccount(Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public void forgotten(String person) {
        feeds.gone(person);
    }

    @Override
    public void given(String task, @Nullable String to, @Nullable String by) {
        // asked at each fetch
    }

    @Override
    public void completed(String task, String by) {
        // the same
    }

    @Override
    public void ended(String task) {
        // the same
    }

    @Override
    public void started(String process, String council, String by, @Nullable String reference) {
        // the same
    }

    @Override
    public void mayDoLess(String person) {
        // the same
    }
}
