package org.redress.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is said about an error that nobody else answered. */
@Controller
@ConditionalOnWebApplication
class Errors implements ErrorController {
    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // such as that the session could not be read once more when the answer was complete
        if (!Faults.answerInstead(request, response, (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
            Answers.send(request, response, status == null ? HttpServletResponse.SC_NOT_FOUND : status);
        }
    }
}
