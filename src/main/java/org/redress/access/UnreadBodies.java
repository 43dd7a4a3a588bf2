package org.redress.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Waits for nothing more of a body that nobody wanted. Tomcat would read it to its end, with a worker and in the time that the sender
 * likes, so that the connection can be used again; here the connection ends.
 */
class UnreadBodies extends ValveBase {
    /** The attribute with what ends a connection without reading on, for whoever answers outside of a call. */
    private static final String LEAVE = UnreadBodies.class.getName();
    private static final int ARRIVED = 64 * 1024;

    UnreadBodies() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(LEAVE, (Runnable) () -> request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null));
        try {
            getNext().invoke(request, response);
        } finally {
            if (!request.isAsync() && !isRead(request)) {
                takeWhatHasArrived(request);
                if (!isRead(request)) {
                    close(request, response);
                }
            }
        }
    }

    /** Ends the connection of a request after its answer, whatever else would come. */
    static void leave(ServletRequest request) {
        if (request.getAttribute(LEAVE) instanceof Runnable unread) {
            unread.run();
        }
    }

    private static boolean isRead(Request request) {
        var read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    /** Without waiting. Of a body in pieces, only a part of the length of a piece may be here, and reading it would wait. */
    private static void takeWhatHasArrived(Request request) throws IOException {
        var body = request.getStream();
        var piece = new byte[8 * 1024];
        for (int taken = 0; request.getContentLengthLong() > 0 && taken < ARRIVED && body.available() > 0;) {
            taken += Math.max(1, body.read(piece));
        }
    }

    private static void close(Request request, Response response) throws IOException {
        if (!response.isCommitted()) {
            response.setHeader("Connection", "close");
        }
        // told first: an end without reading counts as an error, and would change what is answered
        response.finishResponse();
        leave(request);
    }
}
