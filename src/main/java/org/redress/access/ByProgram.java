package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where a password came that a program sent with its call. */
class ByProgram extends WebAuthenticationDetails {
    ByProgram(HttpServletRequest request) {
        super(request);
    }
}
