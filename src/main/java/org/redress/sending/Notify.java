package org.redress.sending;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.redress.sending.Channel.Receipt;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import uk.gov.service.notify.Notification;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/**
 * GOV.UK Notify through its own client. The client has no way to set how long it waits, so each call has a thread that is left behind when its time is over. What Notify says in an
 * error is not repeated: it may be about people.
 */
@Component
class Notify implements DisposableBean {
    private static final int NOT_ALLOWED = 403;
    private static final int TOO_MANY = 429;
    private static final int THEIR_FAULT = 500;
    private static final Set<String> ARRIVED = Set.of("delivered", "received");
    private static final Set<String> CAME_BACK = Set.of("permanent-failure", "temporary-failure", "technical-failure", "validation-failed", "virus-scan-failed", "cancelled");

    private final SendingSettings settings;
    private final ExecutorService calls = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "notify");
        thread.setDaemon(true);
        return thread;
    });

    Notify(SendingSettings settings) {
        this.settings = settings;
    }

    /** One call of the client. */
    interface Call {
        Outcome with(NotificationClient client) throws NotificationClientException;
    }

    Outcome send(Call call) {
        return answer(() -> call.with(client()));
    }

    /** The letter that has our reference, if Notify has one, with the moment at which it took it; unknown if it does not answer, wrongly set if it does not take our key. */
    Optional<Outcome> asked(String ourReference) {
        var none = Outcome.refused("Notify does not know it.");
        var found = answer(() -> client().getNotifications(null, null, ourReference, null).getNotifications().stream().findFirst()
                .map(one -> Outcome.acceptedAt(one.getCreatedAt().toInstant(), one.getId().toString())).orElse(none));
        if (found == none) {
            return Optional.empty();
        }
        boolean says = found.kind() == Outcome.Kind.ACCEPTED || found.kind() == Outcome.Kind.WRONGLY_SET;
        return Optional.of(says ? found : new Outcome(Outcome.Kind.UNKNOWN, null, found.because(), null, found.silent()));
    }

    Receipt receipt(String provider) {
        var status = new String[1];
        var outcome = answer(() -> {
            Notification found = client().getNotificationById(provider);
            status[0] = found.getStatus();
            return Outcome.accepted(provider);
        });
        if (outcome.silent()) {
            return Receipt.NO_ANSWER;
        }
        return status[0] == null ? Receipt.NOT_YET : ARRIVED.contains(status[0]) ? Receipt.ARRIVED : CAME_BACK.contains(status[0]) ? Receipt.DID_NOT_ARRIVE : Receipt.NOT_YET;
    }

    private NotificationClient client() {
        return new NotificationClient(settings.notifyKey(), settings.notifyAddress());
    }

    private Outcome answer(Callable<Outcome> call) {
        var work = calls.submit(call);
        try {
            return work.get(settings.notifyWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            work.cancel(true);
            return Outcome.noAnswer("GOV.UK Notify does not answer.");
        } catch (InterruptedException e) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            return Outcome.unknown("Redress stopped while it was sent.");
        } catch (ExecutionException e) {
            return e.getCause() instanceof NotificationClientException refused ? answered(refused.getHttpResult()) : Outcome.unknown("GOV.UK Notify does not answer as it should.");
        }
    }

    private static Outcome answered(int code) {
        return switch (code) {
            case 401, NOT_ALLOWED -> Outcome.wronglySet("GOV.UK Notify does not take our key (" + code + ").");
            case TOO_MANY -> Outcome.later("GOV.UK Notify takes no more for now (" + code + ").");
            default -> code >= THEIR_FAULT ? Outcome.unknown("GOV.UK Notify has a fault (" + code + ").")
                    : code >= 400 ? Outcome.refused("GOV.UK Notify does not take it (" + code + ").") : Outcome.noAnswer("GOV.UK Notify cannot be reached.");
        };
    }

    @Override
    public void destroy() {
        calls.shutdownNow();
    }
}
