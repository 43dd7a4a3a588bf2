package org.redress.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.redress.gate.AnswersRefused;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/**
 * The engine's REST API takes a refusal for a fault wherever it does not expect one, and puts the ids of tasks and processes in
 * front of it elsewhere; here it is always a 400 with the gate's sentence alone, which Tasklist shows.
 */
@Configuration
class Refusals {
    Refusals() {
        CamundaRestResources.getConfigurationClasses().add(Answer.class);
        CamundaRestResources.getConfigurationClasses().remove(RestExceptionHandler.class);
        CamundaRestResources.getConfigurationClasses().add(UnwrappedAnswer.class);
        CamundaRestResources.getConfigurationClasses().add(Fault.class);
    }

    private static Response sentence(AnswersRefused refused) {
        return Response.status(Response.Status.BAD_REQUEST).type(MediaType.APPLICATION_JSON)
                .entity(Map.of("type", "AnswersRefused", "message", String.valueOf(refused.getMessage()))).build();
    }

    /** Made by the REST API. */
    public static class Answer implements ExceptionMapper<AnswersRefused> {
        @Override
        public Response toResponse(AnswersRefused refused) {
            return sentence(refused);
        }
    }

    /** Made by the REST API, in the place of its own handler. */
    public static class UnwrappedAnswer extends RestExceptionHandler {
        @Override
        public Response toResponse(RestException exception) {
            return exception.getCause() instanceof AnswersRefused refused ? sentence(refused) : super.toResponse(exception);
        }
    }

    /** Made by the REST API; what the database says names tables and holds what people wrote. */
    public static class Fault implements ExceptionMapper<DataAccessException> {
        @Override
        public Response toResponse(DataAccessException exception) {
            return Response.status(Response.Status.INTERNAL_SERVER_ERROR).type(MediaType.APPLICATION_JSON)
                    .entity(Map.of("type", "Fault", "message", "This could not be saved, and nothing has changed; the log says why.")).build();
        }
    }
}
