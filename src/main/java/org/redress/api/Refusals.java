package org.redress.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.redress.gate.AnswersRefused;
import org.springframework.context.annotation.Configuration;

/** The engine's REST API takes a refusal for a fault wherever it does not expect one; here it is always a 400 with its sentence. */
@Configuration
class Refusals {
    Refusals() {
        CamundaRestResources.getConfigurationClasses().add(Answer.class);
    }

    /** Made by the REST API. */
    public static class Answer implements ExceptionMapper<AnswersRefused> {
        @Override
        public Response toResponse(AnswersRefused refused) {
            return Response.status(Response.Status.BAD_REQUEST).type(MediaType.APPLICATION_JSON)
                    .entity(Map.of("type", "AnswersRefused", "message", String.valueOf(refused.getMessage()))).build();
        }
    }
}
