package org.redress.sending;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    TextsOfSending(Dispatches dispatches, MayLeave mayLeave, Sendings sendings) {
        this.dispatches = dispatches;
        this.mayLeave = mayLeave;
        this.sendings = sendings;
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
                : Optional.of(mayLeave.addressees(asking.reference(), asking.number("personNumber").orElse(null)).to().stream().map(this::line).collect(Collectors.joining("\n\n"))));
    }

    private String line(PartyView person) {
        return person.label() + " (" + person.numbered() + ")\n" + (person.contact() == null ? "No address is recorded." : "By e-mail: " + MayLeave.address(person, SendingBy.EMAIL).orElse("no address")
                + "\nBy post: " + String.join(", ", MayLeave.envelope(person)));
    }

    /** For whoever sees to a letter that did not go out or arrive. */
    @Bean
    FromRecord dispatchOfRecord() {
        return new Text("dispatch", Content.CONTACTS, asking -> asking.number("dispatchNumber").map(number -> dispatches.get(asking.reference(), number)).map(one -> one.title() + ", " + one.by()
                + ", confirmed on " + Dispatches.moment(one.confirmedAt()) + "\nTo " + one.name() + " (number " + one.party() + "), " + one.address() + "\n"
                + (one.state().sent() && one.because() != null ? "It went out, and the step could not be done with it. " : "") + (one.because() == null ? one.state().words() : one.because())));
    }
}
