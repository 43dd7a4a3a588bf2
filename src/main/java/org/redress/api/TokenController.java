package org.redress.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The token that a change through our API needs, for our scripts in the webapps: a page of another site cannot read it. */
@RestController
class TokenController {
    @GetMapping("/redress/api/token")
    ResponseEntity<?> token(@Nullable CsrfToken token) {
        // programs give their credentials with each call and need none
        return token == null ? ResponseEntity.noContent().build()
                : ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("header", token.getHeaderName(), "token", token.getToken()));
    }
}
