package org.redress.sending;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.gate.FromRecord;
import org.redress.identity.Sight.Content;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms show of letters that the product sends: to whom and where a letter would go, and what became of one. */
@Configuration
class TextsOfSending {
    private final Dispatches dispatches;
    private final MayLeave mayLeave;
    private final Sendings sendings;
    private final Parties parties;

    TextsOfSending(Dispatches dispatches, MayLeave mayLeave, Sendings sendings, Parties parties) {
        this.dispatches = dispatches;
        this.mayLeave = mayLeave;
        this.sendings = sendings;
        this.parties = parties;
    }

    private record Text(String name, Content content, Function<Asking, Optional<String>> of) implements FromRecord {
        @Override
        public Optional<String> text(Asking asking) {
            return of.apply(asking);
        }
    }

    /** For whoever confirms a letter: each person with the address that the file has. */
    @Bean
    FromRecord sendingToOfRecord() {
        return new Text("sending-to", Content.CONTACTS, asking -> sendings.offered().isEmpty() ? Optional.empty()
                : Optional.of(Stream.concat(to(asking.reference(), asking.number("personNumber").orElse(null)), others(asking).flatMap(this::too)).collect(Collectors.joining("\n\n"))));
    }

    private Stream<String> to(String reference, @Nullable Integer person) {
        return mayLeave.addressees(reference, person).to().stream().map(this::line);
    }

    /** The other cases that the letter answers too. */
    private static Stream<String> others(FromRecord.Asking asking) {
        return asking.process().apply("alsoAnswers") instanceof String others ? Arrays.stream(others.split(",")).map(String::strip).filter(other -> !other.isEmpty()) : Stream.empty();
    }

    /** Where the letter goes in another case; nothing of one that is restricted, which does not leave like this. */
    private Stream<String> too(String other) {
        return mayLeave.restricted(other) ? Stream.of(other + ": nothing of it leaves electronically.") : to(other, null).map(line -> other + ": " + line);
    }

    private String line(PartyView person) {
        return person.label() + ", " + person.numbered() + "\n" + (person.contact() == null ? "No address is recorded." : "By e-mail: " + MayLeave.address(person, SendingBy.EMAIL).orElse("no address")
                + "\nBy post: " + String.join(", ", MayLeave.envelope(person)));
    }

    /** For whoever sees to a letter that did not go out or arrive. */
    @Bean
    FromRecord dispatchOfRecord() {
        return new Text("dispatch", Content.CONTACTS, asking -> asking.number("dispatchNumber").map(number -> dispatches.get(asking.reference(), number)).map(one -> one.title() + ", " + one.by()
                + ", confirmed on " + Dispatches.moment(one.confirmedAt()) + "\nTo " + one.name() + " (number " + one.party() + "), " + one.address() + "\n"
                + (one.state().sent() && one.because() != null ? "It went out, and the step could not be done with it. " : "") + (one.because() == null ? one.state().words() : one.because())
                + again(asking.reference(), one)));
    }

    /** Where it would go now: whoever has it sent again answers for that address, and not for the one above. */
    private String again(String reference, DispatchView one) {
        if (one.state().sent()) {
            return "";
        }
        var person = parties.find(reference, one.party()).orElseThrow();
        return "\n" + mayLeave.objection(reference, one.party(), one.channel()).map(why -> "It cannot be sent again like this: " + why)
                .orElseGet(() -> "Sent again, it would go to " + person.label() + ", " + person.numbered() + ": " + MayLeave.address(person, one.channel()).orElseThrow());
    }
}
