package org.redress.access;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server says of a request that does not reach us, because it cannot be read: one sentence, with our headers. */
class PlainErrors extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(PlainErrors.class);
    private static final int REFUSED = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        if (response.getStatus() < REFUSED || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Headers.complete(response);
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        try {
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(Answers.sentence(response.getStatus()));
                response.finishResponse();
            }
        } catch (IOException e) {
            LOG.debug("Nobody was there any more to be told.");
        }
    }
}
