package org.redress.feed;

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
}
