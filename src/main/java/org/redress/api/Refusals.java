package org.redress.api;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.JsonMappingExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonParseExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.jspecify.annotations.Nullable;
import org.redress.database.Competition;
import org.redress.database.Outage;
import org.redress.gate.AnswersRefused;
import org.redress.gate.AskedBack;
import org.redress.gate.AtTheSameMoment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * What the engine's REST API says when it refuses or fails. The gate's sentence is always a 400, which Tasklist shows, while the API
 * itself takes it for a fault wherever it does not expect one. Nothing tells of the inside: no classes, no tables, nothing that
 * people wrote.
 */
@Component
class Refusals implements BeanFactoryPostProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Pattern INSIDE = Pattern.compile("[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z]|(Exception|Error|Dto|Entity|Cmd|Impl)\\b|\\bclass\\b|\\v");
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    /** Before anything is made: the API asks for its classes when the server is prepared. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var classes = CamundaRestResources.getConfigurationClasses();
        classes.removeAll(List.of(RestExceptionHandler.class, ProcessEngineExceptionHandler.class, ExceptionHandler.class,
                JsonMappingExceptionHandler.class, JsonParseExceptionHandler.class));
        classes.addAll(List.of(Everything.class, UnreadableJson.class, MisplacedJson.class));
    }

    /** Made by the REST API. */
    public static class Everything implements ExceptionMapper<Throwable> {
        @Override
        public Response toResponse(Throwable thrown) {
            return answer(thrown);
        }
    }

    /** Made by the REST API; its JSON reader brings an answer of its own, which comes after this one. */
    @Priority(1)
    public static class UnreadableJson implements ExceptionMapper<JsonParseException> {
        @Override
        public Response toResponse(JsonParseException thrown) {
            return answer(thrown);
        }
    }

    /** Made by the REST API, for the same reason. */
    @Priority(1)
    public static class MisplacedJson implements ExceptionMapper<JsonMappingException> {
        @Override
        public Response toResponse(JsonMappingException thrown) {
            return answer(thrown);
        }
    }

    private static Response answer(Throwable thrown) {
        var asked = cause(thrown, AskedBack.class);
        if (asked != null) {
            return askedBack(asked);
        }
        var refused = cause(thrown, AnswersRefused.class);
        if (refused != null) {
            return sentence(refused instanceof AtTheSameMoment ? CONFLICT : 400, "Refused", String.valueOf(refused.getMessage()));
        }
        if (cause(thrown, JsonProcessingException.class) != null) {
            return sentence(400, "Refused", "This JSON cannot be read.");
        }
        if (Outage.is(thrown)) {
            return Response.fromResponse(sentence(UNAVAILABLE, "Fault", Outage.SENTENCE)).header("Retry-After", Outage.RETRY_AFTER).build();
        }
        if (Competition.isCertain(thrown)) {
            return sentence(CONFLICT, "Refused", "Somebody else was changing the same at the same moment, and nothing of this was done. Look at it again before you repeat it.");
        }
        var helper = ExceptionHandlerHelper.getInstance();
        int status = helper.getStatus(thrown).getStatusCode();
        boolean engines = thrown instanceof ProcessEngineException || thrown instanceof RestException;
        var said = engines ? helper.fromException(thrown) : null;
        if (thrown instanceof AuthorizationException) {
            // Cockpit reads from this which right is missing
            return Response.status(status).type(MediaType.APPLICATION_JSON).entity(said).build();
        }
        if (status >= 500) {
            LOG.warn("A call of the engine's API failed: {}", where(thrown));
        }
        return sentence(status, status >= 500 ? "Fault" : "Refused", outside(said, status));
    }

    /** What was said, if it tells nothing of the inside. */
    private static String outside(@Nullable ExceptionDto said, int status) {
        if (said != null && said.getMessage() != null && !INSIDE.matcher(said.getMessage()).find()) {
            return said.getMessage();
        }
        return status >= 500 ? "This could not be done, and nothing has changed; the log says why." : "This cannot be done, or not in this form.";
    }

    /** What was thrown where, without the messages: a database's message holds what a person wrote. */
    private static String where(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .map(cause -> cause.getClass().getName() + (cause.getStackTrace().length == 0 ? "" : " at " + cause.getStackTrace()[0]))
                .collect(Collectors.joining(", because of "));
    }

    /** Beside the sentences the codes that confirm them: our script in Tasklist, or whoever calls, sends them with the same answers. */
    private static Response askedBack(AskedBack asked) {
        var questions = asked.questions().stream().map(question -> question.letter() == null ? Map.of("code", question.code(), "sentence", question.sentence())
                : Map.of("code", question.code(), "sentence", question.sentence(), "letter", question.letter())).toList();
        return Response.status(400).type(MediaType.APPLICATION_JSON)
                .entity(Map.of("type", "AskedBack", "message", asked.getMessage(), "askedBack", questions)).build();
    }

    private static Response sentence(int status, String type, String message) {
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(Map.of("type", type, "message", message)).build();
    }

    private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> kind) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return kind.cast(cause);
            }
        }
        return null;
    }
}
