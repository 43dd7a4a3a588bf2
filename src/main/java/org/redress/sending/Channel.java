package org.redress.sending;

import java.util.Optional;

/** One way to send a letter. None of its methods throws, and none says anything of the letter or of people to a log. */
interface Channel {
    SendingBy by();

    /** Whether whoever runs the product has switched it on. */
    boolean on();

    /** Sends a letter, in a bounded time. */
    Outcome send(Outgoing letter);

    /** What it knows of a letter by our reference, after nobody knows what came of an attempt; nothing if it does not know it. Unknown, or wrongly set, if it cannot say. */
    Optional<Outcome> asked(String ourReference);

    /** What has become of a letter that it had accepted. */
    Receipt receipt(String provider);

    /** What became of an accepted letter. */
    enum Receipt {
        NOT_YET,
        ARRIVED,
        DID_NOT_ARRIVE,
        /** The channel itself does not answer; as if it were not there yet. */
        NO_ANSWER
    }
}
