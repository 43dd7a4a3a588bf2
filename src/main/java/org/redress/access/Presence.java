package org.redress.access;

import jakarta.servlet.http.HttpSession;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Hears from a page that a person is there, so that their session goes on. */
@Controller
@ConditionalOnWebApplication
class Presence {
    @PostMapping(Sessions.PRESENT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void isHere(HttpSession session) {
        Sessions.isHere(session);
    }
}
